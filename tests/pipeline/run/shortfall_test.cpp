#include "pipeline/run/shortfall.h"

#include <catch2/catch.hpp>

using namespace diarium;

TEST_CASE("shortfall: a page that was lost or read in part makes the source partial") {
  Readings readings;
  readings.pages = {{.number = 1, .issues = {"page_warnings"}}, {.number = 2}};
  CHECK_FALSE(shortfall_of(readings));
  readings.pages[1].issues = {"partial_page"};
  REQUIRE(shortfall_of(readings));
  CHECK(shortfall_of(readings)->code == ErrorCode::too_large);
  CHECK(shortfall_of(readings)->page == 2);
  readings.lost = {Error{ErrorCode::timeout, "took too long", {}, 3}};
  CHECK(shortfall_of(readings)->code == ErrorCode::timeout);
}
