#include "pipeline/ocr/flow_traces.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/pipeline/ocr/drawn_chart.h"

namespace diarium {
namespace {

double length_of(const Stroke& stroke) {
  double length = 0;
  for (std::size_t i = 1; i < stroke.points.size(); ++i)
    length += std::hypot(stroke.points[i].x - stroke.points[i - 1].x,
                         stroke.points[i].y - stroke.points[i - 1].y);
  return length;
}

}  // namespace

TEST_CASE("flow traces: a line is followed around its bends") {
  DrawnChart chart(400, 400);
  chart.line({50, 50}, {50, 200});
  chart.line({50, 200}, {300, 200});
  const std::vector<Stroke> strokes = trace_lines(chart.ink(), 3);
  REQUIRE(strokes.size() == 1);
  CHECK(length_of(strokes[0]) == Approx(400).margin(10));
  CHECK(strokes[0].points.size() <= 5);
}

TEST_CASE("flow traces: lines that cross go straight on") {
  DrawnChart chart(400, 400);
  chart.line({50, 200}, {350, 200});
  chart.line({180, 50}, {220, 350});
  const std::vector<Stroke> strokes = trace_lines(chart.ink(), 3);
  REQUIRE(strokes.size() == 2);
  for (const Stroke& stroke : strokes) CHECK(length_of(stroke) == Approx(301).margin(12));
}

TEST_CASE("flow traces: lines that meet are cut there") {
  DrawnChart chart(400, 400);
  chart.line({50, 200}, {350, 200});
  chart.line({200, 200}, {200, 350});
  CHECK(trace_lines(chart.ink(), 3).size() == 3);
}

TEST_CASE("flow traces: the thickness of lines is measured") {
  DrawnChart chart(400, 400);
  chart.fill({50, 200, 350, 206});
  CHECK(thickness_of_lines(chart.ink()) == Approx(6).margin(0.5));
  CHECK(thickness_of_lines(DrawnChart(10, 10).ink()) == 1);
}

TEST_CASE("flow traces: a page of dirt is followed in bounded time") {
  DrawnChart chart(1'500, 1'500);
  for (int y = 0; y < 1'500; y += 4)
    for (int x = (y / 4) % 5; x < 1'500; x += 5) pixSetPixel(chart.ink().get(), x, y + x % 3, 1);
  CHECK(trace_lines(chart.ink(), 1).size() < 200'000);
}

}  // namespace diarium
