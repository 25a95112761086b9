#include "pipeline/store/passages.h"

#include <catch2/catch.hpp>

#include "pipeline/store/archive.h"
#include "pipeline/store/database.h"
#include "sample_archive.h"

namespace diarium {
namespace {

std::string text_at(Archive& archive, const std::string& sql) {
  return archive.database().connection().execAndGet(sql).getString();
}

}  // namespace

TEST_CASE("passages: no row is longer than 8 kB, and none of the text is lost") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  archive.add_source(kSha, 1);
  Document document;
  document.source = kSource;
  document.id = kSource + ".d1";
  for (int i = 0; i < 40; ++i) {
    std::string paragraph;
    for (int k = 0; k < 120; ++k) paragraph += "ålder" + std::to_string(k) + " ";
    add_paragraph(document, 1, paragraph);
  }
  add_paragraph(document, 2, std::string(20'000, 'x'));
  archive.put_understanding(kSource, "u", {}, {.documents = {document}});
  CHECK(text_at(archive, "SELECT max(length(CAST(body AS BLOB))) <= 8000 FROM passage") == "1");
  CHECK(text_at(archive, "SELECT sum(length(CAST(body AS BLOB))) FROM passage") ==
        std::to_string(document.text.size()));
}

TEST_CASE("passages: records are found by what they say, documents by their title") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_sample(archive);
  const auto body = [&](const std::string& kind) {
    return text_at(archive, "SELECT title || '|' || body FROM passage WHERE kind = '" + kind +
                                "' ORDER BY id");
  };
  CHECK(body("document") == "Familjecentral i Almvik|");
  CHECK(body("table") == "Kostnader|År\n20,5");
  CHECK(body("agenda_item") == "Familjecentral|");
  CHECK(body("signature") == "|Eva Ek\nOrdförande");
  CHECK(body("yrkande") == "|Bo Berg (M)\navslag");
}

TEST_CASE("passages: people, parties, bodies and case numbers are kept in one spelling") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_sample(archive);
  const auto of_document = [&](const std::string& field) {
    return text_at(archive,
                   "SELECT group_concat(value, ';') FROM (SELECT value FROM mention WHERE record "
                   "= '' AND field = '" +
                       field + "' ORDER BY value)");
  };
  CHECK(of_document("person") == "bo berg;eva ek");
  CHECK(of_document("party") == "m;s");
  CHECK(of_document("body") == "socialnämnden");
  CHECK(of_document("dnr") == "2024/12;sn/2024/12");
  CHECK(mention_of("  Eva\u00A0 EK ") == "eva ek");
}

}  // namespace diarium
