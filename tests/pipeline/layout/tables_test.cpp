#include "pipeline/layout/tables.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/layout/paper.h"

namespace diarium::layout {
namespace {

/// A table of one word a cell, set below each other.
FoundTable table_with(Paper& paper,
                      const std::vector<std::vector<std::pair<std::string, bool>>>& rows) {
  FoundTable table{.box = {71, 90, 500, 400},
                   .rows = static_cast<int>(rows.size()),
                   .columns = static_cast<int>(rows.front().size())};
  std::size_t token = 0;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    for (std::size_t c = 0; c < rows[r].size(); ++c) {
      paper.set(71 + 100 * static_cast<double>(c), 100 + 15 * static_cast<double>(r),
                rows[r][c].first, {.bold = rows[r][c].second});
      table.cells.push_back(
          {.row = static_cast<int>(r), .column = static_cast<int>(c), .tokens = {token++}});
    }
  }
  return table;
}

}  // namespace

TEST_CASE("tables: bold rows at the top head the others") {
  Paper paper;
  const FoundTable table =
      table_with(paper, {{{"Namn", true}, {"Roll", true}}, {{"Eva", false}, {"Chef", false}}});
  CHECK(header_rows_of(upright_of(paper.sheet()), table) == 1);
}

TEST_CASE("tables: rows without numbers head those with numbers") {
  Paper paper;
  const FoundTable table = table_with(paper, {{{"Namn", false}, {"Belopp", false}},
                                              {{"A", false}, {"12", false}},
                                              {{"B", false}, {"9", false}}});
  CHECK(header_rows_of(upright_of(paper.sheet()), table) == 1);
}

TEST_CASE("tables: a bold label above the first rows heads them, not the columns") {
  Paper paper;
  const FoundTable table = table_with(paper, {{{"Intäkter", true}},
                                              {{"Avgifter", false}, {"12", false}},
                                              {{"Kostnader", true}},
                                              {{"Lokaler", false}, {"9", false}}});
  CHECK(header_rows_of(upright_of(paper.sheet()), table) == 0);
}

TEST_CASE("tables: years head columns of other numbers") {
  const auto header_rows = [](const std::vector<std::vector<std::string>>& texts) {
    Paper paper;
    std::vector<std::vector<std::pair<std::string, bool>>> rows;
    for (const auto& row : texts) {
      auto& cells = rows.emplace_back();
      for (const std::string& text : row) cells.emplace_back(text, false);
    }
    const FoundTable table = table_with(paper, rows);
    return header_rows_of(upright_of(paper.sheet()), table);
  };
  CHECK(header_rows({{"Objekt", "2025", "2026"}, {"Bro", "1200", "900"}}) == 1);
  CHECK(header_rows(
            {{"Nämnd", "Bokslut", "Budget"}, {"(tkr)", "2023", "2024"}, {"KS", "9", "8"}}) == 2);
  CHECK(header_rows({{"Mått", "Norr", "Syd"}, {"Byggår", "1962", "1971"}, {"Yta", "900", "850"}}) ==
        1);
  CHECK(header_rows({{"Bro", "1200", "900"}, {"Väg", "2025", "80"}}) == 0);
  CHECK(header_rows({{"Åtgärd", "Klar"}, {"Simhall", "2026"}, {"Väg", "2025"}}) == 1);
}

TEST_CASE("tables: a table of words alone has no header that could be told") {
  Paper paper;
  const FoundTable table =
      table_with(paper, {{{"Eva", false}, {"Chef", false}}, {{"Bo", false}, {"Ekonom", false}}});
  CHECK(header_rows_of(upright_of(paper.sheet()), table) == 0);
}

TEST_CASE("tables: a word divided at the end of a line of a cell is put together") {
  Paper paper;
  paper.grid({71, 220, 420}, {100, 130, 160});
  paper.set_lines(75, 112, {"Samhällsbygg-", "nadsnämnden"}, {.size = 10});
  paper.set(225, 120, "31");
  paper.set_lines(75, 142, {"Hälso-", "och sjukvård"}, {.size = 10});
  paper.set(225, 150, "18");
  const Page page = paper.page();
  REQUIRE(page.tables.size() == 1);
  CHECK(rows_of(page.tables.front()) ==
        std::vector<std::string>{"Samhällsbyggnadsnämnden | 31", "Hälso- och sjukvård | 18"});
}

TEST_CASE("tables: the scale of a diagram is none, falling years and numbered rows are") {
  const auto tables_with = [](std::initializer_list<const char*> marks) {
    Paper paper;
    double y = 115;
    for (const char* mark : marks) {
      paper.set(75, y, mark);
      paper.set(225, y, "Spread");
      y += 20;
    }
    paper.grid({71, 220, 420}, {100, 120, 140, 160, 180, 200});
    const Upright page = upright_of(paper.sheet());
    return tables_of(page, all_tokens(page)).size();
  };
  CHECK(tables_with({"200", "150", "100", "50", "0"}) == 0);
  CHECK(tables_with({"2024", "2023", "2022", "2021", "2020"}) == 1);
  CHECK(tables_with({"1", "2", "3", "4", "5"}) == 1);
  CHECK(tables_with({"200", "150", "110", "50", "0"}) == 1);
}

TEST_CASE("tables: each word stands in one table, from top to bottom") {
  Paper paper;
  for (const double y : {300.0, 100.0}) {
    paper.grid({71, 220, 420}, {y, y + 20, y + 40});
    paper.set(75, y + 15, "Ja");
    paper.set(225, y + 15, "31");
    paper.set(75, y + 35, "Nej");
    paper.set(225, y + 35, "18");
  }
  const Upright page = upright_of(paper.sheet());
  const std::vector<FoundTable> tables = tables_of(page, all_tokens(page));
  REQUIRE(tables.size() == 2);
  CHECK(tables[0].box.top < tables[1].box.top);
  CHECK(lines_of(page, tables[0]).size() == 2);
  CHECK(table_of(page, tables[0]).cells.size() == 4);
}

}  // namespace diarium::layout
