#include "pipeline/layout/tables_columns.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "models/span.h"
#include "pipeline/layout/alignment.h"
#include "pipeline/layout/markers.h"

namespace diarium::layout {
namespace {

constexpr double kInk = 0.2;  // type sizes; letters that reach over a line by less don't cross it
constexpr double kTextGutter = 1.0;     // type sizes of white between columns of words
constexpr double kBesideNumbers = 0.6;  // of the rows have words on both sides of a gutter
constexpr double kBesideText = 0.8;
constexpr std::size_t kLeastRows = 3;
constexpr double kMostCrossing = 0.12;  // of the lines of a cell may run across a column's edge

/// The left edges of the columns, and the right edge of the last.
std::vector<double> edges_of(const FoundTable& table) {
  std::vector<double> edges(static_cast<std::size_t>(table.columns) + 1, table.box.right);
  edges.front() = table.box.left;
  for (const TableCell& cell : table.cells) {
    edges[static_cast<std::size_t>(cell.column)] = cell.box.left;
  }
  return edges;
}

/// The lines of text in the cells that stand in `column` alone.
std::vector<Row> rows_in_column(const Upright& page, const FoundTable& table, int column) {
  std::vector<Row> rows;
  for (const TableCell& cell : table.cells) {
    if (cell.column != column || cell.column_span != 1 || cell.tokens.empty()) continue;
    for (Row& row : rows_of(page, cell.tokens)) rows.push_back(std::move(row));
  }
  return rows;
}

/// What stands to both sides of a gutter.
struct Sides {
  double rows = 0;     ///< with words on both
  double numbers = 0;  ///< of them, with a number to the right of it
  double marks = 0;    ///< of them, with a list marker or label to the left of it
};

Sides sides_of(const Upright& page, const std::vector<Row>& rows, const Gutter& gutter) {
  Sides sides;
  for (const Row& row : rows) {
    const auto next = std::find_if(
        row.fragments.begin(), row.fragments.end(),
        [&](const Fragment& fragment) { return fragment.box.centre().x > gutter.left; });
    if (next == row.fragments.begin() || next == row.fragments.end()) continue;
    const std::string left = text_of(page, std::prev(next)->tokens);
    ++sides.rows;
    if (is_number(text_of(page, next->tokens))) ++sides.numbers;
    // A dash is an empty value as well.
    const bool marker = is_list_marker(left) && left != "-" && left != "–";
    if (left.ends_with(':') || marker) ++sides.marks;
  }
  return sides;
}

/// Where white parts one drawn column into several.
std::vector<double> cuts_within(const Upright& page, const std::vector<Row>& rows) {
  std::vector<double> cuts;
  const auto count = static_cast<double>(rows.size());
  if (rows.size() < kLeastRows) return cuts;
  const bool single = std::all_of(rows.begin(), rows.end(),
                                  [](const Row& row) { return row.fragments.size() < 2; });
  if (single) return cuts;
  const std::optional<Alignment> alignment = alignment_of(rows, {0, rows.size()});
  if (!alignment) return cuts;
  for (const Gutter& gutter : alignment->gutters) {
    const Sides sides = sides_of(page, rows, gutter);
    const bool numbers =
        sides.rows >= kBesideNumbers * count && sides.numbers >= kBesideNumbers * sides.rows;
    const bool text = sides.rows >= kBesideText * count &&
                      gutter.right - gutter.left >= kTextGutter * page.body_size;
    if ((numbers || text) && 2 * sides.marks < sides.rows)
      cuts.push_back((gutter.left + gutter.right) / 2);
  }
  return cuts;
}

/// Puts new edges into the grid: the cells there span them.
void insert_edges(FoundTable& table, int column, int count) {
  for (TableCell& cell : table.cells) {
    if (cell.column > column) {
      cell.column += count;
    } else if (cell.column + cell.column_span > column) {
      cell.column_span += count;
    }
  }
  table.columns += count;
}

/// The edges of the grid, with those of columns that only white parts.
std::vector<double> edges_with_white(const Upright& page, FoundTable& table) {
  const std::vector<double> drawn = edges_of(table);
  std::vector<double> edges;
  for (std::size_t c = 0; c + 1 < drawn.size(); ++c) {
    const int column = static_cast<int>(edges.size());
    edges.push_back(drawn[c]);
    const std::vector<double> cuts = cuts_within(page, rows_in_column(page, table, column));
    if (cuts.empty()) continue;
    insert_edges(table, column, static_cast<int>(cuts.size()));
    edges.insert(edges.end(), cuts.begin(), cuts.end());
  }
  edges.push_back(drawn.back());
  return edges;
}

/// Whether words of `rows` stand to both sides of the edge `x`, and run across it in hardly a line.
bool parts(const std::vector<Row>& rows, double x) {
  double crossing = 0;
  double beside = 0;
  for (const Row& row : rows) {
    bool left = false;
    bool right = false;
    bool across = false;
    for (const Fragment& fragment : row.fragments) {
      const double ink = kInk * row.size;
      across = across || (fragment.box.left < x - ink && fragment.box.right > x + ink);
      (fragment.box.centre().x < x ? left : right) = true;
    }
    crossing += across ? 1 : 0;
    beside += left && right ? 1 : 0;
  }
  const auto count = static_cast<double>(rows.size());
  return crossing <= kMostCrossing * count && 2 * beside >= count;
}

/// A cell over several columns as the cells that its words show.
std::vector<TableCell> pieces_of(const Upright& page, const TableCell& cell,
                                 const std::vector<double>& edges) {
  const std::vector<Row> rows = rows_of(page, cell.tokens);
  const auto first = static_cast<std::size_t>(cell.column);
  std::vector<std::size_t> cuts{first};
  for (std::size_t k = first + 1; k < first + static_cast<std::size_t>(cell.column_span); ++k) {
    if (parts(rows, edges[k])) cuts.push_back(k);
  }
  if (cuts.size() == 1) return {cell};
  cuts.push_back(first + static_cast<std::size_t>(cell.column_span));
  std::vector<TableCell> pieces;
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
    TableCell piece = cell;
    piece.column = static_cast<int>(cuts[i]);
    piece.column_span = static_cast<int>(cuts[i + 1] - cuts[i]);
    piece.box.left = edges[cuts[i]];
    piece.box.right = edges[cuts[i + 1]];
    piece.tokens.clear();
    pieces.push_back(std::move(piece));
  }
  for (const Row& row : rows) {
    for (const Fragment& fragment : row.fragments) {
      const auto after = std::find_if(pieces.begin(), pieces.end(), [&](const TableCell& piece) {
        return piece.box.right > fragment.box.centre().x;
      });
      TableCell& piece = after == pieces.end() ? pieces.back() : *after;
      piece.tokens.insert(piece.tokens.end(), fragment.tokens.begin(), fragment.tokens.end());
    }
  }
  return pieces;
}

}  // namespace

void split_undrawn_columns(const Upright& page, FoundTable& table) {
  const std::vector<double> edges = edges_with_white(page, table);
  std::vector<TableCell> cells;
  cells.reserve(table.cells.size());
  for (TableCell& cell : table.cells) {
    if (cell.column_span < 2 || cell.tokens.empty()) {
      cells.push_back(std::move(cell));
      continue;
    }
    for (TableCell& piece : pieces_of(page, cell, edges)) cells.push_back(std::move(piece));
  }
  table.cells = std::move(cells);
}

}  // namespace diarium::layout
