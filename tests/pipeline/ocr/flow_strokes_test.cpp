#include "pipeline/ocr/flow_strokes.h"

#include <algorithm>
#include <catch2/catch.hpp>

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

TEST_CASE("flow strokes: gaps between dashes are bridged, and the last before the head") {
  Drawing drawing = two_boxes({});
  for (double x = 104; x < 188; x += 8) drawing.strokes.push_back({{{x, 25}, {x + 4, 25}}});
  drawing.heads = {{{193, 21, 199, 29}}};
  join_strokes(drawing, kResolution);
  CHECK(drawing.strokes.size() == 21);
  const bool reached =
      std::any_of(drawing.strokes.begin(), drawing.strokes.end(), [](const Stroke& stroke) {
        return stroke.points.front().x >= 193 || stroke.points.back().x >= 193;
      });
  CHECK(reached);
}

TEST_CASE("flow strokes: a letter that touches a line and a speck lead nowhere") {
  const Stroke line{{{101, 25}, {199, 25}}};
  Drawing drawing = two_boxes({line, {{{150, 25}, {150, 14}}}, {{{150, 80}, {150, 83}}}});
  join_strokes(drawing, kResolution);
  CHECK(drawing.strokes == std::vector<Stroke>{line});
}

}  // namespace diarium
