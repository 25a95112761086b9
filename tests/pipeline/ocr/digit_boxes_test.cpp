#include "pipeline/ocr/digit_boxes.h"

#include <catch2/catch.hpp>

#include "pipeline/ocr/image.h"

using namespace diarium;

namespace {

constexpr Rect kLine{0, 10, 120, 30};

/// The boxes found among pieces of solid ink of these places.
std::vector<Rect> boxes_of(std::string_view digits, const std::vector<Rect>& pieces) {
  const Image page(pixCreate(120, 40, 1));
  for (const Rect& piece : pieces) {
    pixRasterop(page.get(), static_cast<int>(piece.left), static_cast<int>(piece.top),
                static_cast<int>(piece.width()), static_cast<int>(piece.height()), PIX_SET, nullptr,
                0, 0);
  }
  return find_digit_boxes(kLine, digits, InkPieces(page));
}

}  // namespace

TEST_CASE("digit boxes: one piece each") {
  const std::vector<Rect> pieces{{10, 10, 24, 30}, {26, 10, 32, 30}, {42, 10, 56, 30}};
  CHECK(boxes_of("214", pieces) == pieces);
}

TEST_CASE("digit boxes: digits that have grown together share their ink") {
  CHECK(boxes_of("200", {{10, 10, 24, 30}, {26, 10, 56, 30}}) ==
        std::vector<Rect>{{10, 10, 24, 30}, {26, 10, 41, 30}, {41, 10, 56, 30}});
}

TEST_CASE("digit boxes: the two sides of a broken nought are one digit") {
  CHECK(boxes_of("2004", {{10, 10, 24, 30},
                          {26, 11, 31, 29},
                          {35, 11, 40, 29},
                          {42, 11, 47, 29},
                          {51, 11, 56, 29},
                          {58, 10, 72, 30}}) ==
        std::vector<Rect>{{10, 10, 24, 30}, {26, 11, 40, 29}, {42, 11, 56, 29}, {58, 10, 72, 30}});
}

TEST_CASE("digit boxes: half a nought that has grown together with half of the next") {
  CHECK(boxes_of("400", {{10, 10, 24, 30}, {26, 11, 31, 29}, {35, 11, 47, 29}, {51, 11, 56, 29}}) ==
        std::vector<Rect>{{10, 10, 24, 30}, {26, 11, 41, 29}, {41, 11, 56, 29}});
}

TEST_CASE("digit boxes: a flat stroke belongs to the digit above or below it") {
  CHECK(boxes_of("72", {{10, 10, 24, 30}, {30, 10, 38, 24}, {27, 27, 40, 30}}) ==
        std::vector<Rect>{{10, 10, 24, 30}, {27, 10, 40, 30}});
  CHECK(boxes_of("72", {{10, 10, 24, 13}, {15, 16, 19, 30}, {26, 10, 40, 30}}) ==
        std::vector<Rect>{{10, 10, 24, 30}, {26, 10, 40, 30}});
}

TEST_CASE("digit boxes: commas and signs are none") {
  CHECK(boxes_of("25", {{2, 19, 8, 22}, {10, 10, 24, 30}, {26, 26, 29, 33}, {32, 10, 46, 30}}) ==
        std::vector<Rect>{{10, 10, 24, 30}, {32, 10, 46, 30}});
}

TEST_CASE("digit boxes: ink of more or fewer digits is refused") {
  const std::vector<Rect> three{{10, 10, 24, 30}, {26, 10, 40, 30}, {42, 10, 56, 30}};
  CHECK(boxes_of("24", three).empty());
  CHECK(boxes_of("24680", three).empty());
  CHECK(boxes_of("24", {}).empty());
}

TEST_CASE("digit boxes: parts of digits that stand too close to be whole ones are refused") {
  CHECK(boxes_of("2020", {{10, 10, 30, 30}, {33, 10, 46, 19}, {42, 21, 56, 30}, {58, 10, 72, 30}})
            .empty());
}
