#include "pipeline/ocr/flow_contrast.h"

#include <catch2/catch.hpp>

namespace diarium {
namespace {

/// A pale ground of one colour with a yellow line across it, or with noise.
Raster picture(bool noisy) {
  Raster raster{.width = 300, .height = 200, .channels = 3, .dpi_x = 200, .dpi_y = 200};
  for (int y = 0; y < 200; ++y) {
    for (int x = 0; x < 300; ++x) {
      const bool line = y >= 100 && y < 104;
      const int dust = noisy ? (x * 7 + y * 13 + x * y) % 23 : 0;
      for (const int value : {250, 240, line ? 20 : 235})
        raster.samples.push_back(static_cast<std::uint8_t>(value - dust));
    }
  }
  return raster;
}

int grey_at(const FlowContrast& contrast, int x, int y) {
  l_uint32 value = 0;
  pixGetPixel(contrast.grey.get(), x, y, &value);
  return static_cast<int>(value);
}

}  // namespace

TEST_CASE("flow contrast: in a program's picture a line shows by its colour, the ground is paper") {
  const Raster raster = picture(false);
  const PreparedPage page = prepare(raster, 108, 72);
  const FlowContrast contrast = flow_contrast(raster, page);
  CHECK(contrast.ink_below > 200);
  CHECK(grey_at(contrast, 150, 102) < 100);
  CHECK(grey_at(contrast, 150, 50) == 255);
}

TEST_CASE("flow contrast: a scan keeps its grey") {
  const Raster raster = picture(true);
  const PreparedPage page = prepare(raster, 108, 72);
  CHECK(flow_contrast(raster, page).ink_below == 160);
}

}  // namespace diarium
