#include "pipeline/store/spelling.h"

#include <catch2/catch.hpp>

#include "pipeline/store/archive.h"
#include "pipeline/store/database.h"
#include "pipeline/store/query_parser.h"
#include "sample_archive.h"

namespace diarium {
namespace {

using Words = std::vector<std::string>;

/// The sample, and one more paragraph of these words.
class Spelled {
 public:
  explicit Spelled(const std::string& text) : archive_(Archive::open(folder_ / "a.db")) {
    archive_.add_source(kSha, 1);
    Document document;
    document.source = kSource;
    document.id = kSource + ".d1";
    document.first_page = 1;
    add_paragraph(document, 1, text);
    archive_.put_understanding(kSource, "u", {}, {.documents = {document}});
  }
  [[nodiscard]] Database& database() const { return archive_.database(); }

 private:
  TemporaryFolder folder_;
  Archive archive_;
};

}  // namespace

TEST_CASE("spelling: the closest words of the index come first, then the commonest") {
  const Spelled archive("kommunstyrelsen kommunstyrelse skola skola skolan skala stol");
  CHECK(similar_words(archive.database(), "komunstyrelsen", 1) == Words{"kommunstyrelsen"});
  CHECK(similar_words(archive.database(), "kommunstyreslen", 1) == Words{"kommunstyrelsen"});
  CHECK(similar_words(archive.database(), "skoola", 1) == Words{"skola"});
  CHECK(similar_words(archive.database(), "skola", 1) == Words{"skala", "skolan"});
  CHECK(similar_words(archive.database(), "sk", 2).empty());
  CHECK(similar_words(archive.database(), "2024", 2).empty());
}

TEST_CASE("spelling: letters that lost their dots are the same letters") {
  const Spelled archive("föräldrar foldrar");
  CHECK(similar_words(archive.database(), "foraldrar", 1) == Words{"föräldrar"});
}

TEST_CASE("spelling: dots that were typed are meant") {
  const Spelled archive("malort målörts skäla");
  CHECK(similar_words(archive.database(), "målört", 2) == Words{"målörts", "malort"});
  CHECK(similar_words(archive.database(), "skala", 1) == Words{"skäla"});
}

TEST_CASE("spelling: a word that stands nowhere is replaced in the suggestion") {
  const Spelled archive("kommunstyrelsen beslutar om skolan");
  Database& database = archive.database();
  CHECK(suggestion_for(database, parse_query("komunstyrelsen skolan -x party:s")) ==
        "kommunstyrelsen skolan -x party:s");
  CHECK(suggestion_for(database, parse_query("kommunstyrelsen")).empty());
  CHECK(suggestion_for(database, parse_query("xyzzyqwerty")).empty());
}

TEST_CASE("spelling: only words that ask for it get similar ones") {
  const Spelled archive("kommunstyrelsen beslutar om skolan");
  Query query = parse_query("komunstyrelsen~1 skolan");
  find_similar_words(archive.database(), query);
  CHECK(query.terms[0].similar == Words{"kommunstyrelsen"});
  CHECK(query.terms[1].similar.empty());
}

}  // namespace diarium
