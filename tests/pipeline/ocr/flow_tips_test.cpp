#include "pipeline/ocr/flow_tips.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/ocr/drawn_chart.h"

namespace diarium {
namespace {

constexpr int kResolution = 200;

/// A row of letters, each an upright stroke, from side to side and beyond.
void row_of_letters(DrawnChart& chart, double left, double right, double y) {
  for (double x = left; x <= right; x += 12) chart.line({x, y}, {x, y + 24});
}

}  // namespace

TEST_CASE("flow tips: a diamond is one though words run over its sides") {
  DrawnChart chart(1'000, 600);
  chart.diamond({300, 100, 500, 300});
  row_of_letters(chart, 312, 490, 160);
  row_of_letters(chart, 290, 512, 205);
  const std::vector<Shape> found = diamonds_by_tips(chart.ink(), kResolution);
  REQUIRE(found.size() == 1);
  CHECK(found[0].kind == ShapeKind::diamond);
  CHECK(found[0].box.left == Approx(300).margin(5));
  CHECK(found[0].box.right == Approx(500).margin(5));
  CHECK(found[0].box.top == Approx(100).margin(5));
  CHECK(found[0].box.bottom == Approx(300).margin(5));
}

TEST_CASE("flow tips: boxes, ellipses and two triangles are no diamonds") {
  DrawnChart chart(1'000, 600);
  chart.box({50, 100, 250, 200});
  chart.ellipse({300, 100, 500, 300});
  for (const double down : {1.0, -1.0}) {  // above one another, tips away, open between
    const double tip = 300 - 150 * down;
    const double base = 300 - 50 * down;
    chart.line({700, tip}, {600, base});
    chart.line({700, tip}, {800, base});
    chart.line({600, base}, {800, base});
  }
  CHECK(diamonds_by_tips(chart.ink(), kResolution).empty());
}

}  // namespace diarium
