#include "pipeline/store/hits.h"

#include <catch2/catch.hpp>

namespace diarium {

TEST_CASE("hits: the best of many are kept, in order") {
  BestPlaces best(3);
  for (int i = 1; i <= 10; ++i) best.add({.id = i, .rank = static_cast<double>(i % 5)});
  const std::vector<HitPlace> places = best.sorted();
  REQUIRE(places.size() == 3);
  CHECK(places[0].id == 4);
  CHECK(places[1].id == 9);
  CHECK(places[2].id == 3);
}

TEST_CASE("hits: newer ones come first where days are compared") {
  CHECK(comes_before({.id = 2, .day = 20240305, .rank = 1}, {.id = 1, .day = 20230305, .rank = 9}));
  CHECK_FALSE(comes_before({.id = 1, .rank = 1}, {.id = 1, .rank = 1}));
}

TEST_CASE("hits: a cursor gives its place back, to the last bit") {
  const HitPlace place{.id = (std::int64_t{1} << 40) + 7, .day = 20240305, .rank = 3001.0 / 7};
  const std::optional<HitPlace> back = place_of_cursor(cursor_of(place));
  REQUIRE(back.has_value());
  CHECK_FALSE(comes_before(place, *back));
  CHECK_FALSE(comes_before(*back, place));
  for (const char* broken :
       {"", "-", "1", "1-2", "1-x-3", "1-2-3x", "1-2-", "99999999999999999999-1-1",
        "1-7ff8000000000000-3", "1-fff0000000000000-3"}) {
    CAPTURE(broken);
    CHECK_FALSE(place_of_cursor(broken).has_value());
  }
}

}  // namespace diarium
