#include "pipeline/ocr/placement.h"

#include <catch2/catch.hpp>
#include <numbers>

using namespace diarium;

TEST_CASE("placement: pixels of a page without skew become points") {
  const Placement placement{.points_per_pixel_x = 0.36, .points_per_pixel_y = 0.72};
  CHECK(placement.to_page(Rect{100, 200, 300, 400}) == Rect{36, 144, 108, 288});
}

TEST_CASE("placement: a word of a mended line goes back to where it leant") {
  // The page leant 2 degrees anticlockwise and was turned clockwise around its centre.
  const Placement placement{
      .centre = {60, 60}, .source_centre = {50, 50}, .turn = 2 * std::numbers::pi / 180};
  const Point centre = placement.to_page(Point{60, 60});
  CHECK(centre.x == Approx(50));
  CHECK(centre.y == Approx(50));
  const Point right = placement.to_page(Point{160, 60});
  CHECK(right.x == Approx(149.94).margin(0.01));
  CHECK(right.y == Approx(46.51).margin(0.01));
  const Rect box = placement.to_page(Rect{150, 55, 170, 65});
  CHECK(box.width() == Approx(20));
  CHECK(box.height() == Approx(10));
}

TEST_CASE("placement: a leaning line is boxed with its rise") {
  const Placement placement{.turn = 2 * std::numbers::pi / 180};
  const Rect box = placement.bounds_on_page({0, 0, 100, 1});
  CHECK(box.top == Approx(-3.49).margin(0.01));
  CHECK(box.bottom == Approx(1).margin(0.01));
}
