#include "pipeline/store/fact_blocks.h"

#include <catch2/catch.hpp>

#include "pipeline/store/archive.h"
#include "pipeline/store/database.h"
#include "pipeline/store/forget.h"
#include "pipeline/store/passage_class.h"
#include "pipeline/store/search.h"
#include "sample_archive.h"

namespace diarium {
namespace {

/// A paper of one paragraph and, as many times, one clause.
void put_paper(Archive& archive, char letter, const Date& date, int clauses) {
  const std::string source = archive.add_source(std::string(64, letter), 1);
  Document document;
  document.source = source;
  document.id = source + ".d1";
  document.first_page = 1;
  document.date = date;
  const Span span = add_paragraph(document, 1, "Skolan byggs");
  std::vector<Finding> findings;
  for (int n = 1; n <= clauses; ++n) {
    findings.push_back({.record = Beslutssats{.n = n, .text = "Skolan byggs"}, .span = span});
  }
  archive.put_understanding(source, "u", {}, {.documents = {document}, .findings = {findings}});
}

/// Checks each passage's facts in the blocks against its row.
void check_blocks(Database& database, int passages) {
  FactReader reader(database);
  SQLite::Statement row(database.connection(),
                        "SELECT passage, kind, type, body, day FROM passage_fact");
  int rows = 0;
  while (row.executeStep()) {
    const PassageFacts facts{.kind = row.getColumn(1).getInt(),
                             .type = row.getColumn(2).getInt(),
                             .body = row.getColumn(3).getInt(),
                             .day = row.getColumn(4).getInt()};
    CHECK(reader.facts_of(row.getColumn(0).getInt64()) == facts);
    ++rows;
  }
  CHECK(rows == passages);
}

std::vector<std::string> dates(const Archive& archive, const SearchOptions& options) {
  std::vector<std::string> dates;
  for (const Hit& hit : search(archive, "skolan", options).hits) dates.push_back(hit.date);
  return dates;
}

}  // namespace

TEST_CASE("fact blocks: what joins later stands in them, in any order of days") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_paper(archive, 'a', {.year = 2021, .month = 3, .day = 5}, 400);
  check_blocks(archive.database(), 401);
  put_paper(archive, 'b', {.year = 2024, .month = 1, .day = 31}, 3);
  put_paper(archive, 'c', {.year = 2019, .month = 12, .day = 1}, 200);
  check_blocks(archive.database(), 606);
  make_fact_blocks(archive.database());
  check_blocks(archive.database(), 606);
  CHECK(FactReader(archive.database()).facts_of(first_id_of(PassageClass::small_fact)) ==
        PassageFacts{});
}

TEST_CASE("fact blocks: the newest come first after papers came and went, page by page") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_paper(archive, 'a', {.year = 2021, .month = 3, .day = 5}, 2);
  put_paper(archive, 'b', {.year = 2024, .month = 1, .day = 31}, 2);
  archive.remove_source(std::string(16, 'b'));
  put_paper(archive, 'c', {.year = 2019, .month = 12, .day = 1}, 2);  // takes ids that are free
  put_paper(archive, 'd', {.year = 2022, .month = 6, .day = 6}, 2);
  forget(archive, std::string(16, 'a'), Comeback::allowed);
  const std::vector<std::string> newest{"2022-06-06", "2022-06-06", "2022-06-06",
                                        "2019-12-01", "2019-12-01", "2019-12-01"};
  CHECK(dates(archive, {.sort = SortOrder::date}) == newest);
  std::vector<std::string> read;
  std::string after;
  for (int page = 0; page < 6; ++page) {
    const SearchResult part =
        search(archive, "skolan", {.limit = 1, .after = after, .sort = SortOrder::date});
    REQUIRE(part.hits.size() == 1);
    read.push_back(part.hits.front().date);
    after = part.hits.front().cursor;
  }
  CHECK(read == newest);
}

}  // namespace diarium
