#include "pipeline/layout/figures.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/layout/paper.h"

namespace diarium {
namespace {

/// Three boxes, the third below the second.
Paper boxes() {
  Paper paper;
  paper.set(71, 100, "Åtgärder i handlingsplanen", {.bold = true});
  for (const Rect& box :
       {Rect{71, 150, 191, 200}, Rect{271, 150, 391, 200}, Rect{271, 260, 391, 310}}) {
    paper.area({box, false, 0});
  }
  paper.set_lines(80, 170, {"Ansökan", "kommer in"});
  paper.set_lines(280, 170, {"Handläggaren", "utreder"});
  paper.set(280, 285, "Nämnden beslutar");
  return paper;
}

}  // namespace

TEST_CASE("figures: boxes with lines between them are read box by box") {
  Paper paper = boxes();
  paper.rule(191, 175, 266);
  paper.rule_down(331, 200, 255);
  paper.set(340, 235, "Ja");
  CHECK(blocks_of(paper.page()) ==
        std::vector<std::string>{"heading: Åtgärder i handlingsplanen",
                                 "figure: Ansökan / kommer in", "figure: Handläggaren / utreder",
                                 "figure: Nämnden beslutar", "figure: Ja"});
}

TEST_CASE("figures: boxes drawn by four lines each, as a scan gives them") {
  Paper paper = boxes();
  Sheet sheet = paper.sheet();
  for (const Area& area : sheet.areas) {
    const Rect& box = area.box;
    paper.rule(box.left, box.top, box.right);
    paper.rule(box.left, box.bottom, box.right);
    paper.rule_down(box.left, box.top, box.bottom);
    paper.rule_down(box.right, box.top, box.bottom);
  }
  paper.rule(191, 175, 266);
  paper.rule_down(331, 200, 255);
  sheet.rulings = paper.sheet().rulings;
  sheet.areas.clear();
  const layout::Upright page = layout::upright_of(sheet);
  CHECK(layout::figure_of(page, layout::rule_lines_of(page), layout::all_tokens(page)));
}

TEST_CASE("figures: boxes without lines between them are text") {
  for (const Block& block : boxes().page().blocks) CHECK(block.kind != BlockKind::figure);
}

TEST_CASE("figures: a table is none") {
  Paper paper;
  paper.grid({71, 220, 320, 420}, {100, 120, 140, 160});
  for (const double y : {115.0, 135.0, 155.0}) {
    for (const double x : {75.0, 225.0, 325.0}) paper.set(x, y, "12");
  }
  CHECK(paper.page().blocks.front().kind == BlockKind::table);
}

}  // namespace diarium
