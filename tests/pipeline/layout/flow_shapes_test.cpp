#include "pipeline/layout/flow_shapes.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/layout/paper.h"

namespace diarium::layout {
namespace {

/// The boxes of the drawing on a paper with "Ansökan" at (60, 120) and "Beslut" at (260, 120).
std::vector<Rect> boxes_of(const std::vector<Shape>& shapes) {
  Paper paper;
  paper.set(60, 120, "Ansökan");
  paper.set(260, 120, "Beslut");
  const Upright page = upright_of(paper.sheet());
  std::vector<Rect> boxes;
  for (const FlowShape& shape : flow_shapes_of(page, {.shapes = shapes}, {0, 1}))
    boxes.push_back(shape.shape.box);
  return boxes;
}

constexpr Rect kFirst{50, 100, 140, 140};
constexpr Rect kSecond{250, 100, 340, 140};

}  // namespace

TEST_CASE("flow shapes: border, fill and shade of a box are one") {
  CHECK(boxes_of({{{54, 104, 144, 144}}, {kFirst}, {{52, 102, 138, 138}}}) ==
        std::vector<Rect>{kFirst});
}

TEST_CASE("flow shapes: a frame around several boxes is none of them") {
  CHECK(boxes_of({{{40, 80, 350, 160}}, {kFirst}, {kSecond}}) ==
        std::vector<Rect>{kSecond, kFirst});
}

TEST_CASE("flow shapes: a sign within a box is no box, a small figure beside it is") {
  CHECK(boxes_of({{kFirst}, {{120, 105, 132, 117}}, {{160, 105, 172, 117}}}) ==
        std::vector<Rect>{kFirst, {160, 105, 172, 117}});
}

TEST_CASE("flow shapes: a word belongs to the figure that covers it") {
  Paper paper;
  paper.set(60, 120, "Ansökan");
  const Upright page = upright_of(paper.sheet());
  const auto shapes =
      flow_shapes_of(page, {.shapes = {{{80, 95, 300, 400}, ShapeKind::diamond}, {kFirst}}}, {0});
  REQUIRE(shapes.size() == 2);
  CHECK(shapes[0].tokens.empty());
  CHECK(shapes[1].tokens == std::vector<std::size_t>{0});
}

}  // namespace diarium::layout
