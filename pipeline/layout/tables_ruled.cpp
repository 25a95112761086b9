#include "pipeline/layout/tables_ruled.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <optional>
#include <set>

#include "pipeline/layout/rows.h"
#include "pipeline/layout/tables_columns.h"
#include "pipeline/layout/tables_split.h"

namespace diarium::layout {
namespace {

constexpr double kTouch = 3;     // points between the end of a line and the line that it meets
constexpr double kWall = 0.6;    // of a cell's side that a line must cover to part it
constexpr double kClosed = 0.8;  // of a grid's side that must be drawn
constexpr std::size_t kMostLines = 1500;  // in one direction; more make a drawing
constexpr double kFilledCells = 0.2;      // cells with words, at least

/// Lines that touch each other, directly or over others.
struct Lattice {
  std::vector<RuleLine> across;
  std::vector<RuleLine> down;
};

class Groups {
 public:
  explicit Groups(std::size_t count) : parents_(count) {
    std::iota(parents_.begin(), parents_.end(), std::size_t{0});
  }
  std::size_t root(std::size_t i) {
    while (parents_[i] != i) i = parents_[i] = parents_[parents_[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) { parents_[root(a)] = root(b); }

 private:
  std::vector<std::size_t> parents_;
};

bool touch(const RuleLine& across, const RuleLine& down) {
  return down.at >= across.from - kTouch && down.at <= across.to + kTouch &&
         across.at >= down.from - kTouch && across.at <= down.to + kTouch;
}

std::vector<Lattice> lattices_of(const RuleLines& lines) {
  const std::size_t across = lines.across.size();
  if (across > kMostLines || lines.down.size() > kMostLines) return {};
  Groups groups(across + lines.down.size());
  for (std::size_t i = 0; i < across; ++i) {
    for (std::size_t k = 0; k < lines.down.size(); ++k) {
      if (touch(lines.across[i], lines.down[k])) groups.join(i, across + k);
    }
  }
  std::map<std::size_t, Lattice> lattices;
  for (std::size_t i = 0; i < across; ++i)
    lattices[groups.root(i)].across.push_back(lines.across[i]);
  for (std::size_t k = 0; k < lines.down.size(); ++k) {
    lattices[groups.root(across + k)].down.push_back(lines.down[k]);
  }
  std::vector<Lattice> result;
  for (auto& [root, lattice] : lattices) {
    if (lattice.across.size() >= 2 && !lattice.down.empty()) result.push_back(std::move(lattice));
  }
  return result;
}

/// The places of lines, and the ends of the lines that cross them where a side of the grid is open.
std::vector<double> places(const std::vector<RuleLine>& lines,
                           const std::vector<RuleLine>& crossing, double least) {
  double first = std::numeric_limits<double>::max();
  double last = std::numeric_limits<double>::lowest();
  for (const RuleLine& line : crossing) {
    first = std::min(first, line.from);
    last = std::max(last, line.to);
  }
  std::vector<double> all{first, last};
  for (const RuleLine& line : lines) all.push_back(line.at);
  std::sort(all.begin(), all.end());
  std::vector<double> kept;
  for (const double place : all) {
    if (kept.empty() || place - kept.back() > least) kept.push_back(place);
  }
  return kept;
}

/// The share of [from, to) along `at` that lines cover.
double covered(const std::vector<RuleLine>& lines, double at, double from, double to,
               double reach) {
  double length = 0;
  for (const RuleLine& line : lines) {
    if (std::abs(line.at - at) > reach) continue;
    length += std::max(0.0, std::min(to, line.to) - std::max(from, line.from));
  }
  return to > from ? length / (to - from) : 0;
}

/// The grid of a lattice: which sides of its smallest cells are drawn.
class Grid {
 public:
  Grid(const Lattice& lattice, double size)
      : reach_(std::max(kSameLine, 0.3 * size)),
        xs_(places(lattice.down, lattice.across, reach_)),
        ys_(places(lattice.across, lattice.down, reach_)),
        lattice_(lattice) {}

  [[nodiscard]] int rows() const { return static_cast<int>(ys_.size()) - 1; }
  [[nodiscard]] int columns() const { return static_cast<int>(xs_.size()) - 1; }
  [[nodiscard]] Rect box() const { return {xs_.front(), ys_.front(), xs_.back(), ys_.back()}; }
  [[nodiscard]] Rect box(int row, int column, int row_span, int column_span) const {
    return {x(column), y(row), x(column + column_span), y(row + row_span)};
  }
  [[nodiscard]] bool wall_right(int row, int column) const {
    return covered(lattice_.down, x(column + 1), y(row), y(row + 1), reach_) >= kWall;
  }
  [[nodiscard]] bool wall_below(int row, int column) const {
    return covered(lattice_.across, y(row + 1), x(column), x(column + 1), reach_) >= kWall;
  }
  /// Above and below, or left and right, the grid is closed. Boxes with lines between them are not.
  [[nodiscard]] bool closed() const {
    const Rect all = box();
    return (drawn_across(all.top, all.left) && drawn_across(all.bottom, all.left)) ||
           (drawn_down(all.left) && drawn_down(all.right));
  }
  /// Columns parted from top to bottom under a line, with a line at the foot or above the last row.
  /// The corner over the labels of the rows may be open.
  [[nodiscard]] bool parted() const {
    const Rect all = box();
    if (columns() < 2 || rows() < 2 || !drawn_across(all.top, x(1))) return false;
    const bool down = std::any_of(xs_.begin() + 1, xs_.end() - 1,
                                  [&](double place) { return drawn_down(place); });
    return down && (drawn_across(all.bottom, all.left) || drawn_across(y(rows() - 1), all.left));
  }

 private:
  [[nodiscard]] bool drawn_across(double at, double from) const {
    return covered(lattice_.across, at, from, xs_.back(), reach_) >= kClosed;
  }
  [[nodiscard]] bool drawn_down(double at) const {
    return covered(lattice_.down, at, ys_.front(), ys_.back(), reach_) >= kClosed;
  }
  [[nodiscard]] double x(int column) const { return xs_[static_cast<std::size_t>(column)]; }
  [[nodiscard]] double y(int row) const { return ys_[static_cast<std::size_t>(row)]; }

  double reach_;
  std::vector<double> xs_;
  std::vector<double> ys_;
  const Lattice& lattice_;
};

std::vector<TableCell> cells_of(const Grid& grid) {
  const int rows = grid.rows();
  const int columns = grid.columns();
  std::vector<bool> used(static_cast<std::size_t>(rows) * static_cast<std::size_t>(columns), false);
  const auto at = [&](int row, int column) {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
           static_cast<std::size_t>(column);
  };
  std::vector<TableCell> cells;
  for (int row = 0; row < rows; ++row) {
    for (int column = 0; column < columns; ++column) {
      if (used[at(row, column)]) continue;
      int wide = 1;
      while (column + wide < columns && !used[at(row, column + wide)] &&
             !grid.wall_right(row, column + wide - 1)) {
        ++wide;
      }
      const auto open_below = [&](int below) {
        for (int c = column; c < column + wide; ++c) {
          if (used[at(below, c)] || grid.wall_below(below - 1, c)) return false;
          if (c + 1 < column + wide && grid.wall_right(below, c)) return false;
        }
        return true;
      };
      int high = 1;
      while (row + high < rows && open_below(row + high)) ++high;
      for (int r = row; r < row + high; ++r) {
        for (int c = column; c < column + wide; ++c) used[at(r, c)] = true;
      }
      cells.push_back({.row = row,
                       .column = column,
                       .row_span = high,
                       .column_span = wide,
                       .box = grid.box(row, column, high, wide),
                       .tokens = {}});
    }
  }
  return cells;
}

/// Rows and columns with words in cells of their own.
struct Extent {
  std::map<int, std::size_t> rows;  ///< and how many such cells each has
  std::set<int> columns;
  std::size_t filled = 0;

  /// Rows in which words stand side by side. The boxes of a chart stand askew.
  [[nodiscard]] std::size_t shared() const {
    return static_cast<std::size_t>(
        std::count_if(rows.begin(), rows.end(), [](const auto& row) { return row.second > 1; }));
  }
};

Extent extent_of(const FoundTable& table) {
  Extent extent;
  for (const TableCell& cell : table.cells) {
    if (cell.tokens.empty()) continue;
    ++extent.filled;
    for (int row = cell.row; row < cell.row + cell.row_span; ++row) ++extent.rows[row];
    extent.columns.insert(cell.column);
  }
  return extent;
}

void fill(const Upright& page, const std::vector<std::size_t>& tokens, FoundTable& table) {
  for (const std::size_t i : tokens) {
    const Point centre = page.tokens[i].box.centre();
    if (!table.box.contains(centre)) continue;
    for (TableCell& cell : table.cells) {
      if (!cell.box.contains(centre)) continue;
      cell.tokens.push_back(i);
      break;
    }
  }
}

std::optional<FoundTable> table_on(const Upright& page, const Lattice& lattice,
                                   const std::vector<std::size_t>& tokens) {
  const Grid grid(lattice, page.body_size);
  constexpr int kMostCells = 20'000;
  if (grid.rows() < 1 || grid.columns() < 2 || grid.rows() * grid.columns() > kMostCells ||
      !(grid.closed() || grid.parted())) {
    return std::nullopt;
  }
  FoundTable table{.box = grid.box(),
                   .rows = grid.rows(),
                   .columns = grid.columns(),
                   .ruled = true,
                   .cells = cells_of(grid)};
  fill(page, tokens, table);
  split_undrawn_columns(page, table);
  split_undrawn_rows(page, table);
  drop_slits(table);
  const Extent extent = extent_of(table);
  if (extent.shared() < 2 || extent.columns.size() < 2) return std::nullopt;
  if (static_cast<double>(extent.filled) < kFilledCells * static_cast<double>(table.cells.size())) {
    return std::nullopt;
  }
  return table;
}

}  // namespace

std::vector<FoundTable> ruled_tables(const Upright& page, const RuleLines& lines,
                                     const std::vector<std::size_t>& tokens) {
  std::vector<FoundTable> tables;
  for (const Lattice& lattice : lattices_of(lines)) {
    std::optional<FoundTable> table = table_on(page, lattice, tokens);
    // A grid within a cell of another is part of that cell's text.
    const bool within =
        table && std::any_of(tables.begin(), tables.end(), [&](const FoundTable& other) {
          return common_part(other.box, table->box).area() > 0.5 * table->box.area();
        });
    if (table && !within) tables.push_back(std::move(*table));
  }
  return tables;
}

}  // namespace diarium::layout
