#include "pipeline/ocr/flow_drawing.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "models/bounds.h"
#include "tests/pipeline/ocr/drawn_chart.h"

namespace diarium {
namespace {

constexpr int kResolution = 200;
constexpr int kInkBelow = 160;

/// Three boxes in a row with an arrow between the first two and a line between the last.
DrawnChart chart() {
  DrawnChart chart(1'200, 600);
  for (const double x : {100.0, 500.0, 900.0}) chart.box({x, 100, x + 220, 200});
  chart.line({320, 150}, {500, 150});
  chart.head_right({498, 150});
  chart.line({720, 150}, {900, 150});
  return chart;
}

}  // namespace

TEST_CASE("flow drawing: boxes, lines and heads of a scan are found") {
  const FoundDrawing found = find_drawing(chart().grey(), kInkBelow, kResolution);
  CHECK(found.drawing.shapes.size() == 3);
  CHECK(found.drawing.strokes.size() >= 2);
  REQUIRE(found.drawing.heads.size() == 1);
  CHECK(found.drawing.heads[0].box.right == Approx(498).margin(8));
  CHECK(found.lines);
}

TEST_CASE("flow drawing: the dashes of a line are one") {
  DrawnChart dashed = chart();
  dashed.box({100, 400, 320, 500});
  for (double y = 202; y < 398; y += 20) dashed.line({210, y}, {210, y + 10});
  std::size_t lines = 0;
  for (const Stroke& stroke : find_drawing(dashed.grey(), kInkBelow, kResolution).drawing.strokes) {
    const bool down = std::all_of(
        stroke.points.begin(), stroke.points.end(),
        [](const Point& point) { return point.x > 205 && point.x < 215 && point.y > 200; });
    if (down) ++lines;
  }
  CHECK(lines == 1);
}

TEST_CASE("flow drawing: a line is followed through its pale stretch on a photo") {
  DrawnChart downward = chart();
  downward.box({500, 400, 720, 500});
  downward.line({610, 200}, {610, 400});
  const Image grey = downward.grey();
  DrawnChart pale(1'200, 600);
  pale.line({610, 230}, {610, 330});
  pixSetMasked(grey.get(), pale.ink().get(), 190);
  const Drawing drawing = find_drawing(grey, kInkBelow, kResolution).drawing;
  CHECK(std::any_of(drawing.strokes.begin(), drawing.strokes.end(), [](const Stroke& stroke) {
    const Rect box = bounds_of(stroke.points);
    return box.top < 215 && box.bottom > 385;
  }));
}

TEST_CASE("flow drawing: boxes that no lines join are no drawing") {
  DrawnChart boxes(1'200, 600);
  for (const double x : {100.0, 500.0, 900.0}) boxes.box({x, 100, x + 220, 200});
  CHECK(find_drawing(boxes.grey(), kInkBelow, kResolution).drawing.empty());
}

TEST_CASE("flow drawing: boxes of a pale outline are found beside dark ones") {
  const Image grey = chart().grey();
  DrawnChart pale(1'200, 600);
  pale.box({500, 350, 720, 450});
  pixSetMasked(grey.get(), pale.ink().get(), 190);
  CHECK(find_drawing(grey, kInkBelow, kResolution).drawing.shapes.size() == 4);
}

}  // namespace diarium
