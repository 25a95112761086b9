#include "pipeline/layout/tables_split.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "pipeline/layout/markers.h"

namespace diarium::layout {
namespace {

constexpr std::size_t kLeastLines = 3;  // fewer lines in a cell are its text
constexpr double kSlit = 0.5;           // of a row's height; lower or narrower cells hold no text
constexpr double kInterlocked = 0.3;    // of a line's height
constexpr double kShared = 0.7;         // of the lines that stand in two cells or more

/// The lines of text that run through the cells of one grid row.
struct Split {
  std::vector<double> tops;  ///< of the rows it becomes
};

/// The lines that run through a row of cells.
std::vector<Row> lines_through(const Upright& page, const std::vector<const TableCell*>& cells) {
  std::vector<std::size_t> tokens;
  for (const TableCell* cell : cells)
    tokens.insert(tokens.end(), cell->tokens.begin(), cell->tokens.end());
  return rows_of(page, tokens);
}

/// Whether a line begins before the line above it has ended: cells with fewer lines are set in the
/// middle beside one with more.
bool interlocked(const std::vector<Row>& rows) {
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const double least = std::min(rows[i - 1].box.height(), rows[i].box.height());
    if (vertical_overlap(rows[i - 1].box, rows[i].box) > kInterlocked * least) return true;
  }
  return false;
}

/// Whether every line has a number beside its words.
bool numbers_in_all(const Upright& page, const std::vector<Row>& rows) {
  return std::all_of(rows.begin(), rows.end(), [&](const Row& row) {
    return row.fragments.size() > 1 &&
           std::any_of(
               row.fragments.begin() + 1, row.fragments.end(),
               [&](const Fragment& fragment) { return is_number(text_of(page, fragment.tokens)); });
  });
}

/// Where a row of cells is to be cut; one top where it is not.
Split split_of(const std::vector<Row>& rows, const std::vector<const TableCell*>& cells) {
  Split split{{cells.front()->box.top}};
  if (rows.size() < kLeastLines || interlocked(rows)) return split;
  std::vector<std::size_t> filled;
  for (const Row& row : rows) {
    const auto holds = [&](const TableCell* cell) {
      return std::any_of(row.fragments.begin(), row.fragments.end(), [&](const Fragment& fragment) {
        const double x = fragment.box.centre().x;
        return x >= cell->box.left && x < cell->box.right;
      });
    };
    filled.push_back(static_cast<std::size_t>(std::count_if(cells.begin(), cells.end(), holds)));
  }
  const std::size_t all = *std::max_element(filled.begin(), filled.end());
  const auto shared = std::count_if(filled.begin(), filled.end(), [&](std::size_t count) {
    return count >= 2 && 2 * count > all;
  });
  // Text in columns fills its lines, entries of a table don't.
  if (all < 2 || static_cast<double>(shared) < kShared * static_cast<double>(rows.size()))
    return split;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (filled[i] >= 2) split.tops.push_back((rows[i - 1].box.bottom + rows[i].box.top) / 2);
  }
  return split;
}

/// Whether lines of words in cells are wrapped text: most reach nearly to the right edge.
bool wrapped(const Upright& page, const TableCell& cell) {
  const std::vector<Row> rows = rows_of(page, cell.tokens);
  if (rows.size() < 2) return false;
  const auto reaching = std::count_if(rows.begin(), rows.end() - 1, [&](const Row& row) {
    return cell.box.right - row.box.right < 0.2 * cell.box.width() &&
           row.box.width() > 6 * row.size;
  });
  return 2 * static_cast<std::size_t>(reaching) >= rows.size() - 1;
}

void renumber(FoundTable& table, const std::vector<int>& rows, const std::vector<int>& columns) {
  for (TableCell& cell : table.cells) {
    const auto row = static_cast<std::size_t>(cell.row);
    const auto column = static_cast<std::size_t>(cell.column);
    const int last_row = rows[row + static_cast<std::size_t>(cell.row_span)];
    const int last_column = columns[column + static_cast<std::size_t>(cell.column_span)];
    cell.row = rows[row];
    cell.column = columns[column];
    cell.row_span = last_row - cell.row;
    cell.column_span = last_column - cell.column;
  }
  std::erase_if(table.cells,
                [](const TableCell& cell) { return cell.row_span < 1 || cell.column_span < 1; });
  table.rows = rows.back();
  table.columns = columns.back();
}

/// For each place 0..size the number of kept places before it.
std::vector<int> numbers_of(const std::vector<bool>& kept) {
  std::vector<int> numbers{0};
  for (const bool keep : kept) numbers.push_back(numbers.back() + (keep ? 1 : 0));
  return numbers;
}

/// A cell of grid row `row` as cells of the rows that it is split into; spanning cells grow.
void split_cell(const Upright& page, const TableCell& cell, const std::vector<double>& tops,
                const std::vector<int>& first, std::vector<TableCell>& cells) {
  TableCell part = cell;
  part.row = first[static_cast<std::size_t>(cell.row)];
  part.row_span = first[static_cast<std::size_t>(cell.row + cell.row_span)] - part.row;
  if (cell.row_span > 1 || tops.size() < 2) {
    cells.push_back(std::move(part));
    return;
  }
  for (std::size_t i = 0; i < tops.size(); ++i) {
    TableCell piece = part;
    piece.row = part.row + static_cast<int>(i);
    piece.row_span = 1;
    piece.box.top = tops[i];
    if (i + 1 < tops.size()) piece.box.bottom = tops[i + 1];
    std::erase_if(piece.tokens, [&](std::size_t token) {
      const double y = page.tokens[token].box.centre().y;
      return y < piece.box.top || y >= piece.box.bottom;
    });
    cells.push_back(std::move(piece));
  }
}

}  // namespace

void split_undrawn_rows(const Upright& page, FoundTable& table) {
  std::map<int, std::vector<const TableCell*>> by_row;
  for (const TableCell& cell : table.cells) {
    if (cell.row_span == 1) by_row[cell.row].push_back(&cell);
  }
  std::vector<std::vector<double>> tops(static_cast<std::size_t>(table.rows));
  std::vector<int> first{0};
  for (int row = 0; row < table.rows; ++row) {
    auto& cuts = tops[static_cast<std::size_t>(row)];
    const auto found = by_row.find(row);
    if (found != by_row.end()) {
      const std::vector<Row> lines = lines_through(page, found->second);
      const bool text = !numbers_in_all(page, lines) &&
                        std::any_of(found->second.begin(), found->second.end(),
                                    [&](const TableCell* cell) { return wrapped(page, *cell); });
      if (!text) cuts = split_of(lines, found->second).tops;
    }
    first.push_back(first.back() + std::max(1, static_cast<int>(cuts.size())));
  }
  if (first.back() == table.rows) return;
  std::vector<TableCell> cells;
  for (const TableCell& cell : table.cells) {
    split_cell(page, cell, tops[static_cast<std::size_t>(cell.row)], first, cells);
  }
  std::sort(cells.begin(), cells.end(), [](const TableCell& a, const TableCell& b) {
    return std::pair(a.row, a.column) < std::pair(b.row, b.column);
  });
  table.cells = std::move(cells);
  table.rows = first.back();
}

void drop_slits(FoundTable& table) {
  std::vector<bool> rows(static_cast<std::size_t>(table.rows), false);
  std::vector<bool> columns(static_cast<std::size_t>(table.columns), false);
  double row_height = 0;
  for (const TableCell& cell : table.cells) {
    if (!cell.tokens.empty()) row_height = std::max(row_height, cell.box.height() / cell.row_span);
  }
  for (const TableCell& cell : table.cells) {
    const bool slit = std::min(cell.box.height(), cell.box.width()) < kSlit * row_height;
    if (cell.tokens.empty() && slit) continue;
    rows[static_cast<std::size_t>(cell.row)] = true;
    columns[static_cast<std::size_t>(cell.column)] = true;
  }
  renumber(table, numbers_of(rows), numbers_of(columns));
}

}  // namespace diarium::layout
