#include "pipeline/ocr/ink_pieces.h"

#include <catch2/catch.hpp>

using namespace diarium;

namespace {

Image paper(int width, int height, const std::vector<Rect>& ink) {
  Image image(pixCreate(width, height, 1));
  for (const Rect& box : ink) {
    pixRasterop(image.get(), static_cast<int>(box.left), static_cast<int>(box.top),
                static_cast<int>(box.width()), static_cast<int>(box.height()), PIX_SET, nullptr, 0,
                0);
  }
  return image;
}

}  // namespace

TEST_CASE("ink pieces: a piece is found from wherever the asked area meets it") {
  const Rect wide{10, 20, 300, 24};
  const InkPieces ink(paper(400, 300, {wide, {50, 200, 58, 212}}));
  REQUIRE(ink.boxes().size() == 2);
  CHECK(ink.meeting({290, 0, 310, 100}) == std::vector<std::size_t>{0});
  CHECK(ink.meeting({0, 0, 400, 300}).size() == 2);
  CHECK(ink.meeting({300, 20, 310, 24}).empty());
  CHECK(ink.meeting({-50, -50, -1, -1}).empty());
}

TEST_CASE("ink pieces: nothing on white paper, without paper, on a page of dirt") {
  CHECK(InkPieces(paper(100, 100, {})).meeting({0, 0, 100, 100}).empty());
  CHECK(InkPieces(nullptr).meeting({0, 0, 100, 100}).empty());
  Image dirt(pixCreate(600, 600, 1));
  for (l_uint32 y = 0; y < 600; y += 2) {
    for (l_uint32 x = 0; x < 600; x += 2)
      pixSetPixel(dirt.get(), static_cast<l_int32>(x), static_cast<l_int32>(y), 1);
  }
  CHECK(InkPieces(dirt).boxes().empty());
}
