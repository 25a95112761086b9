#include "pipeline/read/transcript_tables.h"

#include <catch2/catch.hpp>
#include <vector>

#include "models/unicode.h"

namespace diarium {
namespace {

std::vector<std::vector<std::string>> cells_of(const DocxTable& table) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& row : table.rows) {
    auto& cells = rows.emplace_back();
    for (const DocxCell& cell : row.cells) {
      std::string text;
      for (const DocxRun& run : cell.paragraphs.front().runs) text += run.text;
      cells.push_back(text);
    }
  }
  return rows;
}

using Rows = std::vector<std::vector<std::string>>;

}  // namespace

TEST_CASE("transcript tables: bars part cells, the line of dashes is no row") {
  const std::vector<std::string> lines = {"| Enhet | Budget |", "|---|---:|", "| Skola | 1 200 |",
                                          "| Vård \\| omsorg | |", "Text"};
  const auto found = table_at(lines);
  REQUIRE(found);
  CHECK(found->lines == 4);
  CHECK(cells_of(found->table) ==
        Rows{{"Enhet", "Budget"}, {"Skola", "1 200"}, {"Vård | omsorg", ""}});
  CHECK(found->table.rows[0].cells[0].paragraphs[0].runs[0].style.bold);
  CHECK_FALSE(found->table.rows[1].cells[0].paragraphs[0].runs[0].style.bold);
}

TEST_CASE("transcript tables: tabs in three lines part cells") {
  const std::vector<std::string> lines = {"Enhet\tBudget", "Skola\t<b>1 200</b>", "\t800", "Text"};
  const auto found = table_at(lines);
  REQUIRE(found);
  CHECK(cells_of(found->table) == Rows{{"Enhet", "Budget"}, {"Skola", "1 200"}, {"", "800"}});
}

TEST_CASE("transcript tables: names side by side, lists and text are none") {
  const auto none = [](std::vector<std::string> lines) { return !table_at(lines).has_value(); };
  CHECK(none({}));
  CHECK(none({"Eva Ek\tNils Löw", "Ordförande\tDirektör"}));
  CHECK(none({"1.\tPlan", "2.\tProgram", "3.\tPolicy"}));
  CHECK(none({"ja | nej", "kanske"}));
  CHECK(none({std::string(200, '\t'), std::string(200, '\t'), std::string(200, '\t')}));
}

TEST_CASE(
    "transcript tables: a cell too many, written as a row of its own, stands behind its row") {
  const std::vector<std::string> lines = {"| a | b | c |", "|---|---|---|", "| Hamn | 1 | 2 |",
                                          "| | 10 | 20 |", "| | | 30 |"};
  const auto found = table_at(lines);
  REQUIRE(found);
  CHECK(cells_of(found->table) ==
        Rows{{"a", "b", "c", ""}, {"Hamn", "1", "2", ""}, {"", "10", "20", "30"}});
}

TEST_CASE("transcript tables: every word has room in its column") {
  const std::string wide = "Stadsledningskansliets budgetuppföljning";
  std::vector<std::string> lines(3);
  for (std::string& line : lines) {
    for (int i = 0; i < 9; ++i) line += wide + '\t';
  }
  const auto found = table_at(lines);
  REQUIRE(found);
  const double size = found->table.rows[0].cells[0].paragraphs[0].runs[0].size;
  const double word = 0.5 * size * static_cast<double>(code_points("budgetuppföljning").size());
  CHECK(size < 8);
  CHECK(found->table.columns.front() > word);
}

TEST_CASE("transcript tables: dots that lead to a page number make an entry of contents") {
  CHECK(contents_entry("<b>1</b>\t<b>Inledning.....</b>\t<b>3</b>") == "1 Inledning..... 3");
  CHECK_FALSE(contents_entry("Skola\t1 200"));
  CHECK_FALSE(contents_entry("Inledning..... 3"));
}

}  // namespace diarium
