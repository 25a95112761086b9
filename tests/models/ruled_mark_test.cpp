#include "models/ruled_mark.h"

#include <catch2/catch.hpp>

using namespace diarium;

TEST_CASE("ruled mark: a line through the small letters strikes, one below their feet underlines") {
  CHECK(ruled_mark({71, 96.3, 120, 96.9}, 100, 12) == RuledMark::strike);
  CHECK(ruled_mark({71, 101.5, 120, 102.1}, 100, 12) == RuledMark::underline);
}

TEST_CASE("ruled mark: a bar, a line over the letters and one far below mark nothing") {
  CHECK(ruled_mark({71, 94, 120, 98}, 100, 12) == std::nullopt);
  CHECK(ruled_mark({71, 91, 120, 91.6}, 100, 12) == std::nullopt);
  CHECK(ruled_mark({71, 106, 120, 106.6}, 100, 12) == std::nullopt);
}
