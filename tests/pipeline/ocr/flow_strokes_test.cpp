#include "pipeline/ocr/flow_strokes.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

namespace diarium {
namespace {

constexpr int kResolution = 72;  // a pixel is a point

/// Two boxes, 100 apart.
Drawing two_boxes(std::vector<Stroke> strokes) {
  return {.shapes = {{{0, 0, 100, 50}}, {{200, 0, 300, 50}}}, .strokes = std::move(strokes)};
}

}  // namespace

TEST_CASE("flow strokes: a line ends where its head begins, not in a corner of it") {
  Drawing drawing = two_boxes({{{{101, 25}, {194, 25}, {197, 22}}}, {{{194, 25}, {197, 28}}}});
  drawing.heads = {{{190, 21, 199, 29}}};
  join_strokes(drawing, kResolution);
  REQUIRE(drawing.strokes.size() == 1);
  CHECK(drawing.strokes[0].points.back().x == Approx(190).margin(1));
  CHECK(drawing.strokes[0].points.back().y == Approx(25).margin(0.1));
}

TEST_CASE("flow strokes: dashes are one line, round a corner too, up to the head") {
  Drawing drawing = two_boxes({});
  for (double y = 56; y < 90; y += 8) drawing.strokes.push_back({{{50, y}, {50, y + 4}}});
  for (double x = 54; x < 240; x += 8) drawing.strokes.push_back({{{x, 94}, {x + 4, 94}}});
  for (double y = 88; y > 64; y -= 8) drawing.strokes.push_back({{{244, y}, {244, y - 4}}});
  drawing.heads = {{{240, 51, 248, 59}}};
  join_strokes(drawing, kResolution);
  REQUIRE(drawing.strokes.size() == 1);
  const std::vector<Point>& points = drawing.strokes[0].points;
  CHECK(std::min(points.front().y, points.back().y) == Approx(56).margin(4));
  CHECK(std::max(points.front().x, points.back().x) == Approx(244).margin(1));
}

TEST_CASE(
    "flow strokes: a dashed line crosses the line of a lane, though one of its dashes meets it") {
  Drawing drawing = two_boxes({{{{20, 88}, {149.5, 88}}}, {{{150.5, 88}, {280, 88}}}});
  for (double y = 56; y < 120; y += 8) drawing.strokes.push_back({{{150, y}, {150, y + 4}}});
  join_strokes(drawing, kResolution);
  REQUIRE(drawing.strokes.size() == 2);
  for (const Stroke& stroke : drawing.strokes) {
    const bool lane = stroke.points.front().y == 88 && stroke.points.back().y == 88;
    CHECK((lane || std::abs(stroke.points.front().y - stroke.points.back().y) == Approx(60)));
  }
}

TEST_CASE("flow strokes: a letter that touches a line and a speck lead nowhere") {
  const Stroke line{{{101, 25}, {199, 25}}};
  Drawing drawing = two_boxes({line, {{{150, 25}, {150, 14}}}, {{{150, 80}, {150, 83}}}});
  join_strokes(drawing, kResolution);
  CHECK(drawing.strokes == std::vector<Stroke>{line});
}

}  // namespace diarium
