#include "pipeline/ocr/image.h"

#include <catch2/catch.hpp>

using namespace diarium;

namespace {

int grey_at(const Image& image, int x, int y) {
  l_uint32 value = 0;
  pixGetPixel(image.get(), x, y, &value);
  return static_cast<int>(value);
}

}  // namespace

TEST_CASE("image: a grey scan keeps its greys, a coloured one its lightness") {
  const Image grey = to_grey_image(
      {.width = 3, .height = 1, .dpi_x = 200, .dpi_y = 100, .samples = {0, 128, 255}});
  REQUIRE(grey);
  CHECK(grey_at(grey, 1, 0) == 128);
  CHECK(pixGetYRes(grey.get()) == 100);

  const Image colour = to_grey_image(
      {.width = 3, .height = 1, .channels = 3, .samples = {255, 255, 255, 255, 0, 0, 0, 0, 255}});
  REQUIRE(colour);
  CHECK(grey_at(colour, 0, 0) == 255);
  CHECK(grey_at(colour, 1, 0) > grey_at(colour, 2, 0));
}

TEST_CASE("image: a raster whose samples don't fill it is refused") {
  CHECK_FALSE(to_grey_image({}));
  CHECK_FALSE(to_grey_image({.width = 2, .height = 2, .samples = {0, 0, 0}}));
  CHECK_FALSE(to_grey_image({.width = 1, .height = 1, .channels = 2, .samples = {0, 0}}));
  CHECK_FALSE(to_grey_image({.width = -1, .height = -1, .samples = {0}}));
}
