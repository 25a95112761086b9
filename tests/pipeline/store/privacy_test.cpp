#include "pipeline/store/privacy.h"

#include <catch2/catch.hpp>
#include <sstream>
#include <string>

#include "pipeline/store/database.h"
#include "pipeline/store/export.h"
#include "pipeline/store/export_table.h"
#include "pipeline/store/search.h"
#include "sample_archive.h"

namespace diarium {
namespace {

constexpr const char* kPrinted = "Eva Ek, 850709-9805, beviljas bistånd enligt Dnr 2024-00012";

/// An archive with one page, whose only paragraph is `kPrinted`.
void put_decision(Archive& archive) {
  put_sample(archive);
  Document document{.source = kSource, .id = kSource + ".d1", .first_page = 1, .last_page = 1};
  const Span span = add_paragraph(document, 1, kPrinted);
  document.title = "Bistånd till 850709-9805";
  const Finding clause{.record = Beslutssats{.n = 1, .text = kPrinted},
                       .span = span,
                       .rule = "sample.rule",
                       .confidence = 0.9};
  archive.put_understanding(kSource, "key", {page_of(1, {kPrinted})},
                            {.documents = {document}, .findings = {{clause}}});
}

std::string exported(const Archive& archive) {
  std::ostringstream out;
  export_jsonl(archive, out);
  for (const char* kind : {"beslutssats", "document"}) export_csv(archive, out, kind);
  return out.str();
}

}  // namespace

TEST_CASE("privacy: no export or search prints a personal number, unless it is asked to") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_decision(archive);
  const std::string masked = exported(archive);
  CHECK(masked.find("9805") == std::string::npos);
  CHECK(masked.find("Eva Ek, ******-****, beviljas") != std::string::npos);
  CHECK(masked.find("Dnr 2024-00012") != std::string::npos);
  CHECK(json_of_id(archive, kSource + ".d1")->find("9805") == std::string::npos);
  for (const Hit& hit : search(archive, "850709").hits) {
    INFO(hit.snippet);
    CHECK(hit.snippet.find("9805") == std::string::npos);
    CHECK(hit.title == "Bistånd till ******-****");
  }
  CHECK(!search(archive, "bistånd").hits.empty());
  archive.show_personal_numbers();
  CHECK(exported(archive).find("Eva Ek, 850709-9805, beviljas") != std::string::npos);
}

TEST_CASE("privacy: strings of JSON are masked, numbers and what lies over a line's end as well") {
  const TemporaryFolder folder;
  const Database database(folder / "a.db", Database::Mode::write);
  CHECK(json_for_readers(database, R"({"bytes":8507099805,"text":"\"850709-\n9805\" Ek"})") ==
        R"({"bytes":8507099805,"text":"\"******-\n****\" Ek"})");
  CHECK(json_for_readers(database, R"({"a\"b":"x\\","c":"8507099805")") ==
        R"({"a\"b":"x\\","c":"**********")");
  CHECK(json_for_readers(database, "\"850709-9805") == "\"******-****");
  CHECK(text_for_readers(database,
                         "nr \x02"
                         "850709\x03-9805") == "nr \x02******\x03-****");
}

}  // namespace diarium
