#include "tools/diarium/operation/time_window.h"

#include <catch2/catch.hpp>
#include <string>

using namespace diarium;

namespace {

std::string shown(std::time_t time) {
  std::tm local{};
  ::localtime_r(&time, &local);
  std::string out(16, '\0');
  std::strftime(out.data(), out.size() + 1, "%Y-%m-%d %H:%M", &local);
  return out;
}

std::time_t evening() {
  std::tm local{};
  local.tm_year = 124;
  local.tm_mon = 4;
  local.tm_mday = 31;
  local.tm_hour = 22;
  local.tm_isdst = -1;
  return std::mktime(&local);
}

}  // namespace

TEST_CASE("time window: the next time the clock shows it, over midnight and the end of the month") {
  CHECK(shown(next_time_of_day("06:00", evening()).value()) == "2024-06-01 06:00");
  CHECK(shown(next_time_of_day("23:30", evening()).value()) == "2024-05-31 23:30");
  CHECK(shown(next_time_of_day("22:00", evening()).value()) == "2024-06-01 22:00");
}

TEST_CASE("time window: what is no time of day is refused") {
  for (const char* const text : {"", "6", "24:00", "06:60", "06.00", "06:0", "-1:00", "06:00:00"}) {
    CAPTURE(text);
    CHECK_FALSE(next_time_of_day(text, evening()));
  }
}
