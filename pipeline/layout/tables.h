#pragma once

#include <cstddef>
#include <vector>

#include "models/table.h"
#include "pipeline/layout/reading_order.h"
#include "pipeline/layout/rows.h"

namespace diarium::layout {

/// A cell whose words are still tokens of the upright page.
struct TableCell {
  int row = 0;
  int column = 0;
  int row_span = 1;
  int column_span = 1;
  Rect box;
  std::vector<std::size_t> tokens;  ///< in any order
};

/// A table found on the upright page: a full grid, cells by row, then column.
struct FoundTable {
  Rect box;
  int rows = 0;
  int columns = 0;
  int header_rows = 0;
  bool ruled = false;
  double confidence = 1.0;
  std::vector<TableCell> cells;
};

/// The tables among `tokens`, from top to bottom: by their lines, and among the other words by
/// alignment.
std::vector<FoundTable> tables_of(const Upright& page, std::vector<std::size_t> tokens);

/// The table for Page::tables; the words of its cells are those of the sheet, in reading order.
Table table_of(const Upright& page, const FoundTable& found);

/// The lines of the table, read row by row: one line a row, and one a line of a cell where cells of
/// the row have several.
std::vector<TextLine> lines_of(const Upright& page, const FoundTable& found);

/// Rows at the top that head the others: bold ones, or such without numbers above rows with
/// numbers.
int header_rows_of(const Upright& page, const FoundTable& found);

}  // namespace diarium::layout
