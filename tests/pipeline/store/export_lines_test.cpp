#include "pipeline/store/export_lines.h"

#include <catch2/catch.hpp>

#include "sample_archive.h"

namespace diarium {

TEST_CASE("export lines: a page shows its text and which bytes of it are furniture") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_sample(archive);
  CHECK(
      line_of(archive.database(), kSource + ".p1") ==
      R"({"kind":"page","id":"0123456789abcdef.p1","source":"0123456789abcdef","page":1,"number":1,)"
      R"("width":595.25,"height":842,"origin":"embedded","rotation":0,"skew":0,)"
      R"("text":"Almviks kommun\nAtt inrätta en familjecentral i Almvik\n","furniture":[[0,14]],)"
      R"("confidence":1,"issues":[]})");
}

TEST_CASE("export lines: a document shows its fields and where they come from") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_sample(archive);
  CHECK(
      line_of(archive.database(), kSource + ".d1") ==
      R"({"kind":"document","id":"0123456789abcdef.d1","source":"0123456789abcdef","page":1,)"
      R"("confidence":1,"issues":["page_gap"],"document_kind":"tjansteskrivelse",)"
      R"("title":"Familjecentral i Almvik","first_page":1,"last_page":2,"body":"Socialnämnden",)"
      R"("date":"2024-03-05","case_numbers":[{"raw":"SN 2024-00012","normal":"SN/2024/12",)"
      R"("authority":"SN","year":2024,"serial":12}],"parties":["S"],"provenance":{"date":"stated"}})");
}

TEST_CASE("export lines: records of one kind or of all") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_sample(archive);
  int lines = 0;
  const LineSink count = [&lines](const std::string&) { ++lines; };
  record_lines(archive.database(), "vote", count);
  CHECK(lines == 1);
  record_lines(archive.database(), "", count);
  CHECK(lines == 19);
}

}  // namespace diarium
