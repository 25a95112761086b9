#include "pipeline/ocr/middle_grey.h"

#include <catch2/catch.hpp>

namespace diarium {

TEST_CASE("middle grey: of all pixels, or of those under a mask") {
  const Image grey(pixCreate(10, 10, 8));
  pixSetAllGray(grey.get(), 200);
  pixRasterop(grey.get(), 0, 0, 3, 10, PIX_CLR, nullptr, 0, 0);
  CHECK(middle_grey(grey, nullptr) == Approx(200).margin(1));
  const Image mask(pixCreate(10, 10, 1));
  pixRasterop(mask.get(), 0, 0, 4, 10, PIX_SET, nullptr, 0, 0);
  CHECK(middle_grey(grey, mask) == Approx(0).margin(1));
}

}  // namespace diarium
