#include "tools/diarium/operation/progress_text.h"

#include <catch2/catch.hpp>

using namespace diarium;

namespace {

constexpr std::size_t kAnyWidth = 0;

RunReport report_of_a_quarter() {
  RunReport report;
  report.pages_read = 50;
  report.pages_recognised = 5;
  report.reasons = {{"damaged", 2}, {"timeout", 1}};
  return report;
}

}  // namespace

TEST_CASE("progress: files, pages, their pace, the time left and what was set aside") {
  CHECK(progress_text(report_of_a_quarter(), 25, 100, {100, 2.5}, kAnyWidth) ==
        "25 of 100 files, 50 pages (5 by OCR), 2.5 pages/s (0.5 overall), 0:05:00 left; set aside: "
        "2 damaged, 1 timeout");
}

TEST_CASE("progress: before the first file is done nobody knows how long it takes") {
  CHECK_THAT(progress_text({}, 0, 100, {3, 0}, kAnyWidth), Catch::Matchers::Contains(", ? left"));
}

TEST_CASE("progress: the line never reaches the last column of a terminal, where it would wrap") {
  const std::string line = progress_text(report_of_a_quarter(), 25, 100, {100, 2.5}, 80);
  CHECK(line.size() == 79);
  CHECK_THAT(line, Catch::Matchers::StartsWith("25 of 100 files, 50 pages"));
}
