#pragma once

#include <string>
#include <vector>

#include "models/geometry.h"
#include "models/span.h"

namespace diarium {

/// One cell of a laid-out table. Rows and columns count from 0.
struct Cell {
  int row = 0;
  int column = 0;
  int row_span = 1;
  int column_span = 1;
  Rect box;
  std::string text;                ///< its lines joined by blanks; empty for an empty cell
  std::vector<std::size_t> words;  ///< indices into Page::words, in reading order
  bool bold = false;
  bool operator==(const Cell&) const = default;
};

/// A table on one page: a full grid, empty cells included.
struct Table {
  Rect box;
  int rows = 0;
  int columns = 0;
  int header_rows = 0;
  bool ruled = false;        ///< a grid of lines was found; otherwise by alignment alone
  double confidence = 1.0;   ///< that this is a table, and cut rightly
  std::vector<Cell> cells;   ///< by row, then column
  bool operator==(const Table&) const = default;
};

}  // namespace diarium
