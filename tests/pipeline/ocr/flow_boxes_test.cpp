#include "pipeline/ocr/flow_boxes.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/ocr/drawn_chart.h"

namespace diarium {
namespace {

constexpr int kResolution = 200;

std::vector<ShapeKind> kinds_on(const DrawnChart& chart) {
  std::vector<ShapeKind> kinds;
  for (const Shape& box : find_flow_boxes(chart.ink(), kResolution)) kinds.push_back(box.kind);
  return kinds;
}

}  // namespace

TEST_CASE("flow boxes: outlines and filled figures of all forms are found, to their outer edges") {
  DrawnChart chart(1'000, 1'000);
  chart.box({100, 100, 400, 220});
  chart.diamond({500, 100, 780, 240});
  chart.ellipse({100, 400, 300, 520});
  chart.fill({500, 400, 740, 480});
  const std::vector<Shape> boxes = find_flow_boxes(chart.ink(), kResolution);
  CHECK(kinds_on(chart) == std::vector<ShapeKind>{ShapeKind::diamond, ShapeKind::rectangle,
                                                  ShapeKind::ellipse, ShapeKind::rectangle});
  REQUIRE(boxes.size() == 4);
  CHECK(boxes[1].box.left == Approx(99).margin(2));
  CHECK(boxes[1].box.bottom == Approx(222).margin(2));
}

TEST_CASE("flow boxes: cells of a table are none, nor is a frame around boxes") {
  DrawnChart table(1'000, 1'000);
  for (const double x : {100.0, 300.0, 500.0})
    for (const double y : {100.0, 160.0}) table.box({x, y, x + 200, y + 60});
  CHECK(kinds_on(table).empty());

  DrawnChart lane(1'000, 1'000);
  lane.box({50, 50, 900, 500});
  for (const double x : {100.0, 350.0, 600.0}) lane.box({x, 100, x + 200, 200});
  CHECK(kinds_on(lane).size() == 3);
}

TEST_CASE("flow boxes: a line that runs from box to box encloses no further one") {
  DrawnChart chart(1'000, 1'000);
  for (const Point corner : {Point{100, 100}, Point{600, 100}, Point{100, 500}, Point{600, 500}})
    chart.box({corner.x, corner.y, corner.x + 200, corner.y + 100});
  chart.line({300, 150}, {600, 150});
  chart.line({300, 550}, {600, 550});
  chart.line({200, 200}, {200, 500});
  chart.line({700, 200}, {700, 500});
  CHECK(kinds_on(chart).size() == 4);
}

TEST_CASE("flow boxes: two boxes are no chart") {
  DrawnChart chart(1'000, 1'000);
  chart.box({100, 100, 400, 220});
  chart.box({500, 100, 800, 220});
  CHECK(kinds_on(chart).empty());
}

TEST_CASE("flow boxes: light signs in filled figures and shades do not break them") {
  DrawnChart chart(1'000, 1'000);
  chart.box({100, 100, 400, 220});
  chart.fill({100, 160, 402, 222});
  chart.box({100, 400, 400, 520});
  for (int half = 0; half < 60; ++half)
    chart.fill({700.0 - half, 140.0 + half, 700.0 + half, 260.0 - half});
  const Image sign(pixCreate(1'000, 1'000, 1));
  pixRasterop(sign.get(), 697, 180, 6, 40, PIX_SET, nullptr, 0, 0);
  pixSubtract(chart.ink().get(), chart.ink().get(), sign.get());
  const std::vector<Shape> boxes = find_flow_boxes(chart.ink(), kResolution);
  REQUIRE(boxes.size() == 3);
  CHECK(boxes[1].box.top == Approx(99).margin(4));
  CHECK(boxes[1].box.bottom == Approx(222).margin(4));
  CHECK(boxes[2].kind == ShapeKind::diamond);
  CHECK(boxes[2].box.left == Approx(641).margin(4));
}

}  // namespace diarium
