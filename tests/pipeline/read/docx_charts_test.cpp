#include "pipeline/read/docx_charts.h"

#include <catch2/catch.hpp>

using namespace diarium;

namespace {

DocxFigure box(const Rect& place, const std::string& text, ShapeKind shape = {}) {
  DocxFigure figure{.kind = DocxFigure::Kind::box, .box = place, .shape = shape};
  if (!text.empty()) figure.text.push_back({.runs = {{.text = text, .size = 11}}});
  return figure;
}

DocxFigure arrow(std::vector<Point> points) {
  return {.kind = DocxFigure::Kind::line, .points = std::move(points), .head_at_end = true};
}

}  // namespace

TEST_CASE("docx charts: boxes, lines and heads stand as drawn, from the corner on") {
  const SetChart chart = set_chart(
      {.figures = {box({0, 0, 100, 40}, "Ansökan"), arrow({{50, 40}, {50, 90}})}}, {72, 100}, 1);
  REQUIRE(chart.drawing.shapes.size() == 1);
  CHECK(chart.drawing.shapes[0].box == Rect{72, 100, 172, 140});
  REQUIRE(chart.drawing.strokes.size() == 1);
  CHECK(chart.drawing.strokes[0].points.back() == Point{122, 190});
  REQUIRE(chart.drawing.heads.size() == 1);
  CHECK(chart.drawing.heads[0].box.bottom == Approx(190));
}

TEST_CASE("docx charts: text stands within its box, also where that has little room") {
  const Rect place{0, 0, 60, 24};
  for (const ShapeKind shape : {ShapeKind::rectangle, ShapeKind::ellipse, ShapeKind::diamond}) {
    const SetChart chart =
        set_chart({.figures = {box(place, "Utreda behovet av stöd", shape)}}, {}, 1);
    REQUIRE(chart.words.size() == 4);
    const Shape form{place, shape};
    for (const Word& word : chart.words) CHECK(covers(form, word.box.centre()));
  }
}

TEST_CASE("docx charts: what is wider than the text is made smaller") {
  const DocxDrawing wide{.figures = {box({0, 0, 902, 100}, "A")}};
  const ChartSize size = chart_size(wide, 451, 700);
  CHECK(size.scale == Approx(0.5));
  CHECK(size.height == Approx(50));
  CHECK(set_chart(wide, {}, size.scale).drawing.shapes[0].box.width() == Approx(451));
  CHECK(chart_size({.figures = {box({0, 0, 90, 10}, "A")}}, 451, 700).scale == Approx(1));
}
