#include "pipeline/read/drawn_figures.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/read/written_pdf.h"

namespace diarium {
namespace {

constexpr Rect kPage{0, 0, 595, 842};

Outline box(double left, double top) {
  return {.points = {{left, top}, {left + 90, top}, {left + 90, top + 40}, {left, top + 40}},
          .closed = true};
}

Outline line(double from, double y, double to) {
  return {.points = {{from, y}, {to, y}}};
}

DrawnFigures three_boxes() {
  DrawnFigures figures;
  figures.stroke({box(50, 100), box(200, 100), box(350, 100)}, kPage);
  figures.stroke({line(140, 120, 200), line(290, 120, 350)}, kPage);
  return figures;
}

}  // namespace

TEST_CASE("drawn figures: boxes, lines and small wedges are kept apart") {
  DrawnFigures figures = three_boxes();
  figures.fill({{.points = {{193, 117}, {200, 120}, {193, 123}, {193, 117}}, .closed = true}}, 1,
               kPage);
  figures.stroke({{.points = {{343, 117}, {350, 120}, {343, 123}}}}, kPage);
  const Drawing drawing = figures.take();
  CHECK(drawing.shapes.size() == 3);
  CHECK(drawing.strokes.size() == 2);
  CHECK(drawing.heads == std::vector<ArrowHead>{{{193, 117, 200, 123}}, {{343, 117, 350, 123}}});
}

TEST_CASE("drawn figures: a head that is cut out along its own sides is one, as browsers draw it") {
  DrawnFigures figures = three_boxes();
  figures.fill({{.points = {{193, 117}, {200, 120}, {193, 123}, {193, 117}}, .closed = true}}, 1,
               {193, 117, 200, 123});
  CHECK(figures.take().heads == std::vector<ArrowHead>{{{193, 117, 200, 123}}});
}

TEST_CASE("drawn figures: a thin filled box is a line, a small filled square is no head") {
  DrawnFigures figures = three_boxes();
  figures.fill({{.points = {{60, 200}, {60.5, 200}, {60.5, 300}, {60, 300}}, .closed = true}}, 1,
               kPage);
  figures.fill({{.points = {{60, 400}, {68, 400}, {68, 408}, {60, 408}}, .closed = true}}, 1,
               kPage);
  const Drawing drawing = figures.take();
  REQUIRE(drawing.strokes.size() == 3);
  CHECK(drawing.strokes[2].points == std::vector<Point>{{60.25, 200}, {60.25, 300}});
  CHECK(drawing.heads.empty());
}

TEST_CASE("drawn figures: thin filled dashes are a line, two of them are none") {
  const auto dash = [](double from) {
    return Outline{.points = {{from, 199.5}, {from + 4, 199.5}, {from + 4, 200.5}, {from, 200.5}},
                   .closed = true};
  };
  DrawnFigures figures = three_boxes();
  figures.fill({dash(100), dash(107), dash(114)}, 1, kPage);
  figures.fill({dash(200), dash(207)}, 1, kPage);
  const Drawing drawing = figures.take();
  REQUIRE(drawing.strokes.size() == 3);
  CHECK(drawing.strokes[2].points.front() == Point{100, 200});
  CHECK(drawing.strokes[2].points.back() == Point{118, 200});
}

TEST_CASE("drawn figures: what is cut away isn't there, and two boxes are no chart") {
  DrawnFigures figures;
  figures.stroke({box(50, 100), box(200, 100)}, kPage);
  figures.stroke({box(350, 100)}, {0, 0, 300, 842});
  figures.stroke({line(140, 120, 200), line(290, 120, 350)}, kPage);
  CHECK(figures.take().empty());
}

TEST_CASE("drawn figures: a map gives nothing") {
  DrawnFigures figures;
  for (int i = 0; i < 3'000; ++i) figures.stroke({box(i % 500, i % 700), line(1, i, 9)}, kPage);
  CHECK(figures.take().empty());
}

TEST_CASE("drawn figures: a page says what it draws, curves followed") {
  const Sheet sheet = test::sheet_of(test::page_of(
      "BT /F1 12 Tf 72 742 Td (Ans\\366kan) Tj ET 50 600 90 40 re S 200 600 90 40 re S "
      "350 620 m 350 631 370 640 395 640 c 420 640 440 631 440 620 c "
      "440 609 420 600 395 600 c 370 600 350 609 350 620 c h S "
      "140 620 m 200 620 l S 290 620 m 350 620 l S"));
  REQUIRE(sheet.drawings.size() == 1);
  REQUIRE(sheet.drawings[0].shapes.size() == 3);
  CHECK(sheet.drawings[0].shapes[0] == Shape{{50, 202, 140, 242}, ShapeKind::rectangle});
  CHECK(sheet.drawings[0].shapes[2].kind == ShapeKind::ellipse);
}

}  // namespace diarium
