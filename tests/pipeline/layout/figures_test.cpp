#include "pipeline/layout/figures.h"

#include <catch2/catch.hpp>

#include "pipeline/layout/rows.h"
#include "tests/pipeline/layout/paper.h"

namespace diarium {
namespace {

/// Three boxes, the third below the second, and the lines between them.
Paper chart() {
  Paper paper;
  paper.set(71, 100, "Åtgärder i handlingsplanen", {.bold = true});
  paper.set_lines(80, 170, {"Ansökan", "kommer in"});
  paper.set_lines(280, 170, {"Handläggaren", "utreder"});
  paper.set(280, 285, "Nämnden beslutar");
  paper.draw({.shapes = {{{71, 150, 191, 200}},
                         {{271, 150, 391, 200}, ShapeKind::rounded},
                         {{271, 260, 391, 310}}},
              .strokes = {{{{191, 175}, {271, 175}}}, {{{331, 200}, {331, 260}}}},
              .heads = {{{264, 172, 271, 178}}}});
  return paper;
}

}  // namespace

TEST_CASE("figures: boxes with lines between them are read box by box") {
  Paper paper = chart();
  paper.set(340, 235, "Ja");
  CHECK(blocks_of(paper.page()) ==
        std::vector<std::string>{"heading: Åtgärder i handlingsplanen",
                                 "figure: Ansökan / kommer in", "figure: Handläggaren / utreder",
                                 "figure: Nämnden beslutar", "figure: Ja"});
}

TEST_CASE("figures: the chart says what leads where, under which label") {
  Paper paper = chart();
  paper.set(340, 235, "Ja");
  const Page page = paper.page();
  REQUIRE(page.flowcharts.size() == 1);
  const Flowchart& found = page.flowcharts[0];
  REQUIRE(found.nodes.size() == 3);
  CHECK(found.nodes[0] == FlowNode{"n1", "Ansökan kommer in", {71, 150, 191, 200}, "rectangle"});
  CHECK(found.nodes[1].shape == "rounded");
  CHECK(found.edges == std::vector<FlowEdge>{{"n1", "n2", true, ""}, {"n2", "n3", false, "Ja"}});
  CHECK(found.mermaid.starts_with("flowchart LR\n  n1[\"Ansökan kommer in\"]"));
}

TEST_CASE("figures: a diamond has the words that run over its sides, no answer beside its tip") {
  Paper paper;
  paper.set(80, 170, "Ansökan");
  paper.set(299, 172, "Kompletta");
  paper.set(266, 187, "handlingar från sökanden?");
  paper.set(334, 218, "Ja");
  paper.set(290, 285, "Nämnden beslutar");
  paper.draw({.shapes = {{{71, 150, 191, 200}},
                         {{281, 130, 381, 220}, ShapeKind::diamond},
                         {{271, 260, 411, 310}}},
              .strokes = {{{{191, 175}, {281, 175}}}, {{{331, 220}, {331, 260}}}}});
  const Page page = paper.page();
  REQUIRE(page.flowcharts.size() == 1);
  CHECK(page.flowcharts[0].nodes[1].text == "Kompletta handlingar från sökanden?");
  REQUIRE(page.flowcharts[0].edges.size() == 2);
  CHECK(page.flowcharts[0].edges[1].label == "Ja");
}

TEST_CASE("figures: a label that runs over the side of a box is none of its words") {
  Paper paper = chart();
  paper.set(236, 158, "Svar till");
  const Page page = paper.page();
  REQUIRE(page.flowcharts.size() == 1);
  CHECK(page.flowcharts[0].nodes[1].text == "Handläggaren utreder");
}

TEST_CASE("figures: a box with words that no line leads to belongs to the chart around it") {
  Paper paper = chart();
  paper.set(80, 285, "Bokstart");
  Drawing drawing = paper.sheet().drawings[0];
  drawing.shapes.push_back({{71, 260, 191, 310}});
  const layout::Upright page = layout::upright_of(paper.sheet());
  const auto figure = layout::figure_of(page, drawing, layout::all_tokens(page));
  REQUIRE(figure);
  CHECK(figure->chart.nodes.size() == 4);
  CHECK(figure->chart.nodes[2].text == "Bokstart");
}

TEST_CASE("figures: a word divided over lines of a box is put together") {
  Paper paper = chart();
  paper.set_lines(280, 299, {"i kommun-", "styrelsen"}, {.size = 8});
  CHECK(paper.page().flowcharts.at(0).nodes[2].text == "Nämnden beslutar i kommunstyrelsen");
}

TEST_CASE("figures: on a scan that leant the boxes hold their words") {
  Paper paper = chart();
  paper.lean(2);
  REQUIRE(paper.page().flowcharts.size() == 1);
  CHECK(paper.page().flowcharts[0].edges.size() == 2);
}

TEST_CASE("figures: boxes without lines between them are text") {
  Paper paper = chart();
  Drawing drawing = paper.sheet().drawings[0];
  drawing.strokes.clear();
  const layout::Upright page = layout::upright_of(paper.sheet());
  CHECK_FALSE(layout::figure_of(page, drawing, layout::all_tokens(page)));
}

TEST_CASE("figures: a table is none") {
  Paper paper;
  paper.grid({71, 220, 320, 420}, {100, 120, 140, 160});
  for (const double y : {115.0, 135.0, 155.0}) {
    for (const double x : {75.0, 225.0, 325.0}) paper.set(x, y, "12");
  }
  Drawing cells;
  for (const double y : {100.0, 120.0, 140.0}) {
    for (const double x : {71.0, 220.0}) cells.shapes.push_back({{x, y, x + 100, y + 20}});
    cells.strokes.push_back({{{71, y}, {420, y}}});
  }
  paper.draw(cells);
  CHECK(paper.page().blocks.front().kind == BlockKind::table);
}

TEST_CASE("figures: shaded rows of cells that share their sides are a table") {
  Paper paper;
  Drawing drawing;
  for (int row = 0; row < 5; ++row) {
    const double top = 100 + 20 * row;
    for (int column = 0; column < 3; ++column) {
      const double left = 71 + 100 * column;
      paper.set(left + 4, top + 15, column == 0 ? "Budget" : "1 200");
      if (row % 4 == 0) drawing.shapes.push_back({{left, top, left + 100, top + 20}});
    }
  }
  for (const double x : {71.0, 171.0, 271.0, 371.0})
    drawing.strokes.push_back({{{x, 120}, {x, 180}}});
  paper.draw(drawing);
  const Page page = paper.page();
  CHECK(page.flowcharts.empty());
  CHECK(page.tables.size() == 1);
}

TEST_CASE("figures: bands of colour in a table are no boxes of a chart") {
  Paper paper;
  Drawing drawing;
  for (int row = 0; row < 13; ++row) {
    const double y = 115 + 20 * row;
    paper.set(75, y, "Ansvar");
    paper.set(230, y, "1 200");
    paper.set(300, y, "1 180");
    if (row % 6 != 0) continue;
    drawing.shapes.push_back({{71, y - 15, 371, y + 5}});
    if (row == 12) continue;
    for (const double x : {71.0, 371.0}) drawing.strokes.push_back({{{x, y + 5}, {x, y + 105}}});
  }
  paper.draw(drawing);
  const Page page = paper.page();
  CHECK(page.flowcharts.empty());
  CHECK(page.tables.size() == 1);
}

}  // namespace diarium
