#include "pipeline/store/hit_scan.h"

#include <catch2/catch.hpp>

namespace diarium {
namespace {

constexpr double kExact = 3 * kTierStep;
constexpr double kFuzzy = 0;

}  // namespace

TEST_CASE("hit scan: all hits are counted, the best are kept with their places") {
  HitScan scan({.places = 2});
  for (int i = 1; i <= 5; ++i) {
    if (scan.take(i, i % 2 == 0 ? kExact + i : kFuzzy + i)) {
      scan.put_places(std::to_string(i));
    }
  }
  CHECK(scan.total() == 5);
  CHECK(scan.by_tier()[0] == 2);
  CHECK(scan.by_tier()[3] == 3);
  const std::vector<HitPlace> best = scan.best();
  REQUIRE(best.size() == 2);
  CHECK(best[0].id == 4);
  CHECK(best[0].places == "4");
  CHECK(best[1].id == 2);
}

TEST_CASE("hit scan: newest first, and only behind the last one that was read") {
  HitScan scan({.places = 5,
                .after = HitPlace{.id = 2, .day = 20240105, .rank = kExact},
                .sort = SortOrder::date});
  for (int i = 1; i <= 4; ++i) {
    if (scan.take(i, kExact, {.kind = 1, .type = 1, .day = 20240107 - i})) scan.put_places({});
  }
  CHECK(scan.total() == 4);
  REQUIRE(scan.best().size() == 2);
  CHECK(scan.best()[0].id == 3);
  CHECK(scan.best()[1].id == 4);
}

}  // namespace diarium
