#include "pipeline/layout/tables_worded.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/layout/paper.h"

namespace diarium::layout {
namespace {

/// Each row of the page as its cells: one a fragment, by the left edges of columns.
std::vector<ColumnTokens> cells_at(const std::vector<Row>& rows, const std::vector<double>& lefts) {
  std::vector<ColumnTokens> cells;
  for (const Row& row : rows) {
    ColumnTokens& columns = cells.emplace_back(lefts.size());
    for (const Fragment& fragment : row.fragments) {
      std::size_t column = 0;
      while (column + 1 < lefts.size() && fragment.box.left >= lefts[column + 1] - 1) ++column;
      columns[column] = fragment.tokens;
    }
  }
  return cells;
}

}  // namespace

TEST_CASE("worded tables: text goes on under its column, but not under what a marker marks") {
  Paper paper;
  paper.set(71, 100, "Simhall");
  paper.set(190, 100, "Förstudie om");
  paper.set(190, 115, "en ny simhall");
  paper.set(71, 200, "1.");
  paper.set(110, 200, "Att bifalla");
  paper.set(110, 215, "motionen");
  const Upright page = upright_of(paper.sheet());
  const std::vector<Row> rows = rows_of(page, all_tokens(page));
  CHECK(goes_on_in_column(page, rows, 0, 1));
  CHECK_FALSE(goes_on_in_column(page, rows, 0, 3));
}

TEST_CASE("worded tables: a row whose first word would have fitted above begins anew") {
  Paper paper;
  paper.set(71, 100, "Simhall");
  paper.set(190, 100, "Förstudie om en ny simhall");
  paper.set(190, 115, "vid torget");
  paper.set(190, 130, "Ritningar");
  const Upright page = upright_of(paper.sheet());
  const std::vector<Row> rows = rows_of(page, all_tokens(page));
  CHECK(wrapped_rows(page, cells_at(rows, {71, 190})) == std::vector<bool>{false, true, false});
}

TEST_CASE("worded tables: headings fill the row above the line below them") {
  for (const bool filled : {true, false}) {
    Paper paper;
    paper.set(71, 100, "Mål");
    if (filled) paper.set(190, 100, "Åtgärd");
    paper.rule(71, 104, 400);
    paper.set(71, 118, "Simhall");
    paper.set(190, 118, "Förstudie om en ny simhall");
    const Upright page = upright_of(paper.sheet());
    const std::vector<Row> rows = rows_of(page, all_tokens(page));
    const Rect box{71, 90, 400, 125};
    CHECK(headed_by_rule(rule_lines_of(page), rows, {0, 2}, cells_at(rows, {71, 190}), box) ==
          filled);
  }
}

TEST_CASE("worded tables: words begin at the left edge of their column, numbers need not") {
  Paper paper;
  paper.set(71, 100, "Simhall");
  paper.set(190, 100, "1 200");
  paper.set(71, 115, "Bibliotek");
  paper.set(205, 115, "80");
  const Upright page = upright_of(paper.sheet());
  CHECK(flush_left(page, cells_at(rows_of(page, all_tokens(page)), {71, 190})));
  Paper ragged;
  ragged.set(71, 100, "Simhall");
  ragged.set(90, 115, "Bibliotek");
  ragged.set(110, 130, "Badplats");
  const Upright centred = upright_of(ragged.sheet());
  CHECK_FALSE(flush_left(centred, cells_at(rows_of(centred, all_tokens(centred)), {71})));
}

}  // namespace diarium::layout
