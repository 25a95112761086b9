#include "pipeline/read/page_jpeg.h"

#include <leptonica/allheaders.h>

#include <catch2/catch.hpp>
#include <memory>

using namespace diarium;

namespace {

/// White, with a black upper left quarter.
Raster marked(int width, int height, int channels) {
  Raster raster{.width = width, .height = height, .channels = channels, .dpi_x = 300, .dpi_y = 300};
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width * channels; ++x) {
      const bool black = y < height / 2 && x < width * channels / 2;
      raster.samples.push_back(black ? 0 : 255);
    }
  }
  return raster;
}

/// The lightness of the middle of a quarter, 0..255.
unsigned lightness(const PageJpeg& jpeg, int column, int row) {
  PIX* pix = pixReadMem(reinterpret_cast<const l_uint8*>(jpeg.bytes.data()), jpeg.bytes.size());
  REQUIRE(pix != nullptr);
  PIX* grey = pixConvertTo8(pix, 0);
  l_uint32 value = 0;
  pixGetPixel(grey, jpeg.width * (1 + 2 * column) / 4, jpeg.height * (1 + 2 * row) / 4, &value);
  pixDestroy(&grey);
  pixDestroy(&pix);
  return value;
}

}  // namespace

TEST_CASE("page jpeg: made as small as is wanted, never larger, turned clockwise") {
  for (const int channels : {1, 3}) {
    CAPTURE(channels);
    const auto jpeg = jpeg_of(marked(400, 200, channels), 0, 150);
    REQUIRE(jpeg);
    CHECK(jpeg->width == 200);
    CHECK(jpeg->height == 100);
    CHECK(lightness(*jpeg, 0, 0) < 10);
    CHECK(lightness(*jpeg, 1, 1) > 245);
    CHECK(jpeg_of(marked(400, 200, channels), 0, 600)->width == 400);
    const auto turned = jpeg_of(marked(400, 200, channels), 90, 150);
    REQUIRE(turned);
    CHECK(turned->width == 100);
    CHECK(lightness(*turned, 1, 0) < 10);
    CHECK(lightness(*turned, 0, 0) > 245);
  }
}

TEST_CASE("page jpeg: a fax with half as many lines as columns gets its shape back") {
  Raster fax = marked(400, 200, 1);
  fax.dpi_x = 200;
  fax.dpi_y = 100;
  const auto jpeg = jpeg_of(fax, 0, 150);
  REQUIRE(jpeg);
  CHECK(jpeg->width == 300);
  CHECK(jpeg->height == 300);
}
