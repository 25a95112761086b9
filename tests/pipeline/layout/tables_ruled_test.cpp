#include "pipeline/layout/tables_ruled.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/layout/paper.h"

namespace diarium {
namespace {

using Rows = std::vector<std::string>;

/// A grid of three columns and three rows, without its words.
Paper gridded() {
  Paper paper;
  paper.grid({71, 220, 320, 420}, {100, 120, 140, 160});
  return paper;
}

}  // namespace

TEST_CASE("ruled tables: a drawn grid is read row by row, empty cells included") {
  Paper paper = gridded();
  paper.set(75, 115, "Verksamhet", {.bold = true});
  paper.set(225, 115, "Budget", {.bold = true});
  paper.set(325, 115, "Utfall", {.bold = true});
  paper.set(75, 135, "Förskola");
  paper.set(225, 135, "1 200");
  paper.set(325, 135, "1 180");
  paper.set(75, 155, "Fritidshem");
  paper.set(325, 155, "410");
  const Page page = paper.page();
  REQUIRE(page.tables.size() == 1);
  const Table& table = page.tables.front();
  CHECK(rows_of(table) ==
        Rows{"Verksamhet | Budget | Utfall", "Förskola | 1 200 | 1 180", "Fritidshem |  | 410"});
  CHECK(table.ruled);
  CHECK(table.header_rows == 1);
  CHECK(table.cells[0].bold);
  CHECK(blocks_of(page) ==
        Rows{"table: Verksamhet Budget Utfall / Förskola 1 200 1 180 / Fritidshem 410"});
}

TEST_CASE("ruled tables: cells without a line between them are one") {
  Paper paper;
  paper.rule(71, 100, 420);
  paper.rule(220, 120, 420);
  paper.rule(71, 140, 420);
  paper.rule(71, 160, 420);
  paper.rule_down(71, 100, 160);
  paper.rule_down(220, 100, 160);
  paper.rule_down(320, 120, 160);
  paper.rule_down(420, 100, 160);
  paper.set(75, 125, "Verksamhet");
  paper.set(225, 115, "Belopp");
  paper.set(225, 135, "2023");
  paper.set(325, 135, "2024");
  paper.set(75, 155, "Förskola");
  paper.set(225, 155, "10");
  paper.set(325, 155, "20");
  const Page page = paper.page();
  REQUIRE(page.tables.size() == 1);
  CHECK(rows_of(page.tables.front()) ==
        Rows{"Verksamhet (2x1) | Belopp (1x2)", "2023 | 2024", "Förskola | 10 | 20"});
}

TEST_CASE("ruled tables: lines of a cell are joined, and read cell by cell") {
  Paper paper = gridded();
  paper.set(75, 115, "Mål");
  paper.set(225, 115, "Ansvar");
  paper.set(325, 115, "Klart");
  paper.set(75, 128, "Fler", {.size = 8});
  paper.set(75, 137, "lekplatser", {.size = 8});
  paper.set(225, 133, "SBN", {.size = 8});
  paper.set(325, 133, "2025", {.size = 8});
  const Page page = paper.page();
  REQUIRE(page.tables.size() == 1);
  CHECK(page.tables.front().cells[3].text == "Fler lekplatser");
  CHECK(blocks_of(page).front() == "table: Mål Ansvar Klart / Fler / lekplatser / SBN / 2025");
}

TEST_CASE("ruled tables: the sides of a grid may be open") {
  Paper paper;
  for (const double y : {100.0, 120.0, 140.0}) paper.rule(71, y, 420);
  paper.rule_down(220, 100, 140);
  paper.set(75, 115, "Ja");
  paper.set(225, 115, "31");
  paper.set(75, 135, "Nej");
  paper.set(225, 135, "18");
  const Page page = paper.page();
  REQUIRE(page.tables.size() == 1);
  CHECK(rows_of(page.tables.front()) == Rows{"Ja | 31", "Nej | 18"});
}

TEST_CASE("ruled tables: the corner over the labels and the foot of the last row may be open") {
  Paper paper;
  paper.rule(220, 100, 420);
  for (const double y : {120.0, 140.0}) paper.rule(71, y, 420);
  for (const double x : {220.0, 320.0}) paper.rule_down(x, 100, 160);
  paper.set(225, 115, "2023");
  paper.set(325, 115, "2024");
  paper.set(75, 135, "Gymnasiet");
  paper.set(225, 135, "15 455");
  paper.set(325, 135, "13 951");
  paper.set(75, 155, "Vuxna");
  paper.set(225, 155, "20 527");
  paper.set(325, 155, "20 922");
  const Page page = paper.page();
  REQUIRE(page.tables.size() == 1);
  CHECK(rows_of(page.tables.front()) ==
        Rows{" | 2023 | 2024", "Gymnasiet | 15 455 | 13 951", "Vuxna | 20 527 | 20 922"});
}

TEST_CASE(
    "ruled tables: a box around text, boxes with lines between them, a grid without words are "
    "none") {
  Paper box;
  box.area({{71, 100, 500, 160}, false, 0});
  box.set_lines(80, 120, {"Strategi 5", "Ta ansvar för barn och unga"});
  CHECK(box.page().tables.empty());

  Paper chart;
  chart.area({{71, 100, 171, 140}, false, 0});
  chart.area({{271, 200, 371, 240}, false, 0});
  chart.rule(171, 120, 321);
  chart.rule_down(321, 120, 200);
  chart.set(80, 125, "Ansökan");
  chart.set(280, 225, "Beslut");
  CHECK(chart.page().tables.empty());

  Paper diagram;
  diagram.grid({71, 120, 170, 220, 270, 320}, {100, 120, 140, 160, 180});
  diagram.set(80, 115, "5");
  CHECK(diagram.page().tables.empty());
}

TEST_CASE("ruled tables: boxes that stand askew within a frame are none") {
  Paper paper;
  paper.grid({71, 200, 260, 420}, {100, 140, 180, 220});
  paper.set(75, 125, "Ansökan");
  paper.set(265, 165, "Utredning");
  paper.set(75, 205, "Beslut");
  CHECK(paper.page().tables.empty());
}

TEST_CASE("ruled tables: one row of cells is no table") {
  Paper paper;
  paper.grid({71, 220, 320}, {100, 120});
  paper.set(75, 115, "Datum");
  paper.set(225, 115, "Diarienummer");
  CHECK(paper.page().tables.empty());
}

TEST_CASE("ruled tables: cells keep their place on a leaning page") {
  Paper paper;
  paper.grid({71, 220, 420}, {100, 120, 140});
  paper.set(75, 115, "Ja", {.confidence = 0.9});
  paper.set(225, 115, "31", {.confidence = 0.9});
  paper.set(75, 135, "Nej", {.confidence = 0.9});
  paper.set(225, 135, "18", {.confidence = 0.9});
  paper.lean(1.0);
  const Page page = paper.page();
  REQUIRE(page.tables.size() == 1);
  CHECK(rows_of(page.tables.front()) == Rows{"Ja | 31", "Nej | 18"});
  CHECK(page.tables.front().cells[1].box.top > page.tables.front().cells[0].box.top + 2);
}

}  // namespace diarium
