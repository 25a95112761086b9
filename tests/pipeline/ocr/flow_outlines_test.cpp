#include "pipeline/ocr/flow_outlines.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/ocr/drawn_chart.h"

namespace diarium {

TEST_CASE("flow outlines: the box goes to the outer edge, wherever lines begin") {
  DrawnChart chart(800, 600);
  chart.box({100, 100, 300, 200});
  for (const double y : {100.0, 200.0}) chart.line({200, y}, {200, y + (y > 150 ? 80 : -80)});
  const Rect box = box_with_outline({{102, 102, 299, 199}, ShapeKind::rectangle}, chart.ink(), 15);
  CHECK(box.left == Approx(99).margin(1.5));
  CHECK(box.top == Approx(99).margin(1.5));
  CHECK(box.right == Approx(302).margin(1.5));
}

TEST_CASE("flow outlines: lines at all tips of a diamond make it no larger") {
  DrawnChart chart(800, 600);
  chart.diamond({200, 200, 400, 300});
  chart.line({100, 250}, {200, 250});
  chart.line({400, 250}, {500, 250});
  chart.line({300, 100}, {300, 200});
  chart.line({300, 300}, {300, 400});
  const Rect box = box_with_outline({{204, 202, 396, 298}, ShapeKind::diamond}, chart.ink(), 15);
  CHECK(box.left == Approx(198).margin(3));
  CHECK(box.right == Approx(402).margin(3));
  CHECK(box.top == Approx(199).margin(2));
}

}  // namespace diarium
