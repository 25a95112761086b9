#include "tools/diarium/operation/report_text.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace diarium;

TEST_CASE("report: what is rare is told when there is some, and left out else") {
  RunReport report;
  report.indexed = 2;
  CHECK_THAT(text_of(report), !Catch::Matchers::Contains("moved"));
  report.moved = 1;
  report.missing = 3;
  CHECK_THAT(text_of(report), Catch::Matchers::Contains("1 were moved or renamed\n"));
  CHECK_THAT(text_of(report), Catch::Matchers::Contains("3 known files are gone"));
  CHECK_THAT(text_of(report), Catch::Matchers::StartsWith("3 files: 2 indexed"));
}

TEST_CASE("report: nothing to do is said so, without a claim that all was read") {
  RunReport report;
  report.unchanged = 5;  // a file that was set aside stays so until it changes
  CHECK_THAT(text_of(report),
             Catch::Matchers::EndsWith("Nothing to do: nothing is new or changed.\n"));
}

TEST_CASE("report: a folder without files is nothing to do, too") {
  CHECK_THAT(text_of(RunReport{}), Catch::Matchers::Contains("Nothing to do"));
}

TEST_CASE("report: links that were passed over are told, with what to do about them") {
  RunReport report;
  report.passed_over = 2;
  CHECK_THAT(text_of(report),
             Catch::Matchers::Contains("2 links, pipes or devices were passed over"));
  CHECK(nlohmann::json::parse(json_of(report))["passed_over"] == 2);
}

TEST_CASE("report: the JSON holds the counts, what took long and what is doubtful") {
  RunReport report;
  report.indexed = 1;
  report.add(SlowFile{"a.pdf", 2.5, 3});
  report.least_certain.push_back({"a.pdf", 2, "signature", "signatures", 0.4});
  const auto json = nlohmann::json::parse(json_of(report));
  CHECK(json["indexed"] == 1);
  CHECK(json["slowest"][0]["path"] == "a.pdf");
  CHECK(json["least_certain"][0]["page"] == 2);
  CHECK_THAT(details_of(report), Catch::Matchers::Contains("0.40  signature    a.pdf page 2"));
}
