#include "pipeline/layout/tables_columns.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/layout/paper.h"

namespace diarium {
namespace {

using Rows = std::vector<std::string>;

/// Three rows between lines across; the columns are drawn in the heading only.
Paper half_drawn() {
  Paper paper;
  for (const double y : {100.0, 120.0, 140.0, 160.0}) paper.rule(71, y, 420);
  paper.rule_down(71, 100, 160);
  paper.rule_down(420, 100, 160);
  paper.rule_down(220, 100, 120);
  paper.rule_down(320, 100, 120);
  paper.set(75, 115, "Verksamhet");
  paper.set(225, 115, "Budget");
  paper.set(325, 115, "Utfall");
  return paper;
}

}  // namespace

TEST_CASE("undrawn columns: columns drawn in the heading go on below it") {
  Paper paper = half_drawn();
  paper.set(75, 135, "Förskola");
  paper.set(240, 135, "1 200");
  paper.set(340, 135, "1 180");
  paper.set(75, 155, "Fritidshem");
  paper.set(340, 155, "410");
  const Page page = paper.page();
  REQUIRE(page.tables.size() == 1);
  CHECK(rows_of(page.tables.front()) ==
        Rows{"Verksamhet | Budget | Utfall", "Förskola | 1 200 | 1 180", "Fritidshem |  | 410"});
}

TEST_CASE("undrawn columns: a line of text across all columns is one cell") {
  Paper paper = half_drawn();
  paper.set(75, 135, "Verksamheter som nämnden köper av andra kommuner");
  paper.set(75, 155, "Fritidshem");
  paper.set(240, 155, "400");
  paper.set(340, 155, "410");
  const Page page = paper.page();
  REQUIRE(page.tables.size() == 1);
  CHECK(rows_of(page.tables.front()) ==
        Rows{"Verksamhet | Budget | Utfall",
             "Verksamheter som nämnden köper av andra kommuner (1x3)", "Fritidshem | 400 | 410"});
}

TEST_CASE(
    "undrawn columns: one line down beside the labels, the columns of numbers parted by white "
    "alone") {
  Paper paper;
  for (const double y : {100.0, 120.0, 180.0}) paper.rule(71, y, 420);
  paper.rule_down(180, 100, 180);
  paper.set(75, 115, "Svar");
  paper.set(190, 115, "Antal");
  paper.set(280, 115, "Andel");
  const char* const labels[] = {"Ja", "Nej", "Vet ej"};
  const char* const counts[] = {"138", "178", "26"};
  const char* const shares[] = {"40,4", "52,0", "7,6"};
  for (int i = 0; i < 3; ++i) {
    const double y = 135 + 16 * i;
    paper.set(75, y, labels[i]);
    paper.set(190, y, counts[i]);
    paper.set(280, y, shares[i]);
  }
  const Page page = paper.page();
  REQUIRE(page.tables.size() == 1);
  CHECK(rows_of(page.tables.front()) ==
        Rows{"Svar | Antal | Andel", "Ja | 138 | 40,4", "Nej | 178 | 52,0", "Vet ej | 26 | 7,6"});
}

TEST_CASE(
    "undrawn columns: wide blanks in the words of one cell, or after list markers, are no "
    "columns") {
  Paper paper;
  paper.grid({71, 180, 420}, {100, 120, 140, 160});
  paper.set(75, 115, "Mål");
  paper.set(190, 115, "1.\tFler lekplatser");
  paper.set(75, 135, "Ansvar");
  paper.set(190, 135, "2.\tSBN");
  paper.set(75, 155, "Klart");
  paper.set(190, 155, "3.\tÅr 2025");
  const Page page = paper.page();
  REQUIRE(page.tables.size() == 1);
  CHECK(page.tables.front().columns == 2);
}

}  // namespace diarium
