#include "models/drawing.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <numbers>

namespace diarium {
namespace {

std::vector<Point> ellipse(double width, double height) {
  std::vector<Point> points;
  for (int i = 0; i < 40; ++i) {
    const double angle = 2 * std::numbers::pi * i / 40;
    points.push_back({width / 2 * std::cos(angle), height / 2 * std::sin(angle)});
  }
  return points;
}

}  // namespace

TEST_CASE("drawing: an outline is told by how its points lie in its box") {
  CHECK(shape_kind_of({{0, 0}, {90, 0}, {90, 40}, {0, 40}}) == ShapeKind::rectangle);
  CHECK(shape_kind_of({{45, 0}, {90, 20}, {45, 40}, {0, 20}}) == ShapeKind::diamond);
  CHECK(shape_kind_of(ellipse(90, 40)) == ShapeKind::ellipse);
  CHECK(shape_kind_of({{6, 0}, {84, 0}, {90, 6}, {90, 34}, {84, 40}, {6, 40}, {0, 34}, {0, 6}}) ==
        ShapeKind::rounded);
}

TEST_CASE(
    "drawing: a leaning box with slanting sides stands for a rectangle, and so does no outline") {
  CHECK(shape_kind_of({{20, 0}, {90, 0}, {70, 40}, {0, 40}}) == ShapeKind::rectangle);
  CHECK(shape_kind_of({{0, 0}, {1, 1}}) == ShapeKind::rectangle);
}

TEST_CASE("drawing: a word beside the tip of a diamond is not in it") {
  const Shape diamond{{0, 0, 90, 40}, ShapeKind::diamond};
  CHECK(covers(diamond, {45, 20}));
  CHECK_FALSE(covers(diamond, {85, 5}));
  CHECK(covers({{0, 0, 90, 40}, ShapeKind::rectangle}, {85, 5}));
}

TEST_CASE("drawing: distances count from the outline, negative within") {
  const Shape box{{0, 0, 90, 40}, ShapeKind::rounded};
  CHECK(distance_to(box, {93, 44}) == Approx(5));
  CHECK(distance_to(box, {45, 37}) == Approx(-3));
  const Shape diamond{{0, 0, 90, 40}, ShapeKind::diamond};
  CHECK(distance_to(diamond, {95, 20}) == Approx(5));
  CHECK(distance_to(diamond, {45, 20}) < 0);
}

}  // namespace diarium
