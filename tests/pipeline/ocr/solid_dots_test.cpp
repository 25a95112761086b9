#include "pipeline/ocr/solid_dots.h"

#include <catch2/catch.hpp>

#include "drawn_page.h"

using namespace diarium;

namespace {

constexpr double kPointsPerPixel = 72 / 200.0;

std::vector<Rect> dots_in(const std::string& printed) {
  const PrintedLine line{.text = printed};
  const Image ink(pixThresholdToBinary(to_grey_image(drawn_page({line}, {})).get(), 160));
  return find_solid_dots(
      ink, InkPieces(ink),
      {.points_per_pixel_x = kPointsPerPixel, .points_per_pixel_y = kPointsPerPixel});
}

}  // namespace

TEST_CASE("solid dots: a bullet is one, at its place on the page") {
  const auto dots = dots_in("• Att bygga");
  REQUIRE(dots.size() == 1);
  const Rect printed = printed_box({.text = "• Att bygga"}, "•");
  CHECK(dots[0].centre().x == Approx(printed.centre().x).margin(1));
}

TEST_CASE("solid dots: letters, signs and full stops are none") {
  CHECK(dots_in("e o c a s + * x u n ö. å: ; ä").empty());
}

TEST_CASE("solid dots: a page without ink has none") {
  CHECK(find_solid_dots(nullptr, InkPieces(nullptr), {}).empty());
}
