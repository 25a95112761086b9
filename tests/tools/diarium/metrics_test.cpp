#include "tools/diarium/operation/metrics.h"

#include <catch2/catch.hpp>
#include <sstream>

using namespace diarium;

namespace {

RunReport example() {
  RunReport report;
  report.indexed = 12;
  report.quarantined = 1;
  report.pages_read = 40;
  report.reasons = {{"damaged", 1}};
  report.records = {{"beslutssats", 7}};
  return report;
}

}  // namespace

TEST_CASE("metrics: every line is a comment or a name, labels and a number, and the last is EOF") {
  const std::string text =
      open_metrics_of({.command = "ingest", .state = "finished", .started = 100}, example());
  std::istringstream lines(text);
  std::string line;
  while (std::getline(lines, line)) {
    CAPTURE(line);
    CHECK((line.starts_with("# ") || line.starts_with("diarium_run_")));
  }
  CHECK_THAT(text, Catch::Matchers::EndsWith("\n# EOF\n"));
  CHECK_THAT(text, Catch::Matchers::Contains("diarium_run_files{status=\"indexed\"} 12\n"));
  CHECK_THAT(text, Catch::Matchers::Contains("diarium_run_reasons{reason=\"damaged\"} 1\n"));
  CHECK_THAT(text, Catch::Matchers::Contains("diarium_run_state{state=\"finished\"} 1\n"));
  CHECK_THAT(text, Catch::Matchers::Contains("diarium_run_state{state=\"running\"} 0\n"));
}

TEST_CASE("metrics: the status file tells how far the run is") {
  const std::string json = status_json_of(
      {.command = "ingest", .state = "running", .files_done = 3, .files_known = 9}, example());
  CHECK_THAT(json, Catch::Matchers::Contains("\"state\": \"running\""));
  CHECK_THAT(json, Catch::Matchers::Contains("\"files_known\": 9"));
  CHECK_THAT(json, Catch::Matchers::Contains("\"started\": \"1970-01-01T00:00:00Z\""));
}
