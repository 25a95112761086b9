#include "pipeline/ocr/flow_ink.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/ocr/drawn_chart.h"

namespace diarium {
namespace {

constexpr int kResolution = 200;

/// What is left of the ink between two boxes and a diamond.
std::size_t pieces_left(const DrawnChart& chart) {
  const std::vector<Shape> boxes{{{100, 100, 300, 200}, ShapeKind::rectangle},
                                 {{600, 100, 800, 200}, ShapeKind::rectangle},
                                 {{300, 400, 600, 600}, ShapeKind::diamond}};
  return pieces_of(line_ink(chart.ink(), boxes, kResolution)).size();
}

}  // namespace

TEST_CASE("flow ink: a line from box to box stays, with a head apart from it") {
  DrawnChart chart(1'000, 800);
  chart.line({304, 150}, {560, 150});
  chart.head_right({596, 150});
  CHECK(pieces_left(chart) == 2);
}

TEST_CASE("flow ink: letters that stand side by side go, beside a box too") {
  DrawnChart chart(1'000, 800);
  for (const double x : {306.0, 324.0, 342.0}) chart.box({x, 120, x + 12, 140});
  CHECK(pieces_left(chart) == 0);
}

TEST_CASE("flow ink: what stands in the corner beside a diamond is not at it") {
  const InkPiece speck{{310, 405, 315, 410}, Image(pixCreate(5, 5, 1))};
  pixSetAll(speck.ink.get());
  const Rect box{300, 400, 600, 600};
  CHECK(reaches(speck, {box, ShapeKind::rectangle}, 8));
  CHECK_FALSE(reaches(speck, {box, ShapeKind::diamond}, 8));
}

}  // namespace diarium
