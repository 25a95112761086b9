#include "pipeline/run/run_report.h"

#include <catch2/catch.hpp>

using namespace diarium;

TEST_CASE("run report: the ten slowest files, the slowest first") {
  RunReport report;
  for (int n = 0; n < 30; ++n) report.add(SlowFile{std::to_string(n), n * 7 % 30 * 1.0, 1});
  REQUIRE(report.slowest.size() == 10);
  CHECK(report.slowest.front().seconds == 29);
  CHECK(report.slowest.back().seconds == 20);
}

TEST_CASE("run report: the twenty least certain records, and all of them counted by kind") {
  Understanding understanding;
  understanding.documents.emplace_back();
  understanding.findings.emplace_back();
  for (int n = 0; n < 50; ++n) {
    understanding.findings[0].push_back(
        {.record = Signature{}, .rule = "r", .confidence = n % 2 == 0 ? 0.95 : 0.02 * n});
  }
  RunReport report;
  report.add(understanding, "a.pdf");
  CHECK(report.records == std::map<std::string, int>{{"signature", 50}});
  REQUIRE(report.least_certain.size() == 20);
  CHECK(report.least_certain.front().confidence == Approx(0.02));
  CHECK(report.least_certain.front().path == "a.pdf");
}

TEST_CASE("run report: every file that was found is counted once") {
  RunReport report;
  report.indexed = report.moved = report.waiting = report.forgotten = report.left = 1;
  report.changed = 1;
  CHECK(report.files() == 5);
}
