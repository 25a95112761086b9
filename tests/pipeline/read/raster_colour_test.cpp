#include "pipeline/read/raster_colour.h"

#include <catch2/catch.hpp>

namespace diarium {

TEST_CASE("raster: a tinted grey loses its colour, a stamp keeps it") {
  const auto raster = [](std::vector<std::uint8_t> samples) {
    return Raster{.width = 2, .height = 1, .channels = 3, .samples = std::move(samples)};
  };
  const Raster grey = without_needless_colour(raster({250, 245, 240, 12, 10, 8}));
  CHECK(grey.channels == 1);
  CHECK(grey.samples == std::vector<std::uint8_t>{245, 10});
  CHECK(without_needless_colour(raster({250, 245, 240, 20, 30, 180})).channels == 3);
}

}  // namespace diarium
