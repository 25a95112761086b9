#include "pipeline/layout/tables_worded.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "models/unicode.h"
#include "pipeline/layout/markers.h"

namespace diarium::layout {
namespace {

constexpr double kSameEdge = 1.5;           // points between the left edges of one column
constexpr std::size_t kFarthestAbove = 12;  // rows from the text of a cell up to its first line
constexpr std::size_t kMostHeaderRows = 3;
constexpr double kAcross = 0.7;   // of the table's width that a rule covers
constexpr double kFlush = 0.75;   // of the cells of a column begin at its left edge
constexpr double kBlank = 0.25;   // type sizes
constexpr double kNumbers = 0.6;  // of the cells of a column of numbers

Rect box_of(const Upright& page, const std::vector<std::size_t>& tokens) {
  Rect box;
  for (const std::size_t token : tokens) box = united(box, page.tokens[token].box);
  return box;
}

bool all_filled(const ColumnTokens& row) {
  return std::none_of(row.begin(), row.end(), [](const auto& cell) { return cell.empty(); });
}

bool has_number(const Upright& page, const ColumnTokens& row) {
  return std::any_of(row.begin(), row.end(), [&](const auto& cell) {
    return !cell.empty() && is_number(text_of(page, cell));
  });
}

/// Whether `cell` may be the next line of the text `above` in a column that ends at `right`.
bool runs_on(const Upright& page, const std::vector<std::size_t>& above,
             const std::vector<std::size_t>& cell, double right) {
  if (above.empty()) return false;
  const Token& word = page.tokens[cell.front()];
  const double room = right - box_of(page, above).right;
  return room < word.box.width() + kBlank * word.size;
}

}  // namespace

bool goes_on_in_column(const Upright& page, const std::vector<Row>& rows, std::size_t begin,
                       std::size_t i) {
  if (rows[i].fragments.size() != 1) return false;
  const double left = rows[i].box.left;
  for (std::size_t k = i; k-- > begin && i - k <= kFarthestAbove;) {
    const std::vector<Fragment>& above = rows[k].fragments;
    for (std::size_t f = 1; f < above.size(); ++f) {
      if (std::abs(above[f].box.left - left) > kSameEdge) continue;
      const std::string label = text_of(page, above[f - 1].tokens);
      return !is_list_marker(label) && !label.ends_with(':');
    }
  }
  return false;
}

bool headed_by_rule(const RuleLines& lines, const std::vector<Row>& rows, Span span,
                    const std::vector<ColumnTokens>& cells, const Rect& box) {
  const std::size_t most = std::min(kMostHeaderRows, cells.size() - 1);
  for (std::size_t k = 0; k < most; ++k) {
    const double top = rows[span.begin + k].box.centre().y;
    const double bottom = rows[span.begin + k + 1].box.centre().y;
    const bool ruled =
        std::any_of(lines.across.begin(), lines.across.end(), [&](const RuleLine& line) {
          const double shared = std::min(line.to, box.right) - std::max(line.from, box.left);
          return line.at > top && line.at < bottom && shared > kAcross * box.width();
        });
    if (ruled) return all_filled(cells[k]);
  }
  return false;
}

bool flush_left(const Upright& page, const std::vector<ColumnTokens>& cells) {
  for (std::size_t c = 0; c < cells.front().size(); ++c) {
    std::vector<double> lefts;
    std::size_t numbers = 0;
    for (const ColumnTokens& row : cells) {
      if (row[c].empty()) continue;
      lefts.push_back(box_of(page, row[c]).left);
      numbers += is_number(text_of(page, row[c])) ? 1U : 0U;
    }
    const auto count = static_cast<double>(lefts.size());
    if (lefts.empty()) return false;
    if (static_cast<double>(numbers) >= kNumbers * count) continue;
    std::sort(lefts.begin(), lefts.end());
    const double edge = lefts[lefts.size() / 4];
    const auto flush = std::count_if(lefts.begin(), lefts.end(), [&](double left) {
      return std::abs(left - edge) <= kSameEdge;
    });
    if (static_cast<double>(flush) < kFlush * count) return false;
  }
  return true;
}

std::vector<bool> wrapped_rows(const Upright& page, const std::vector<ColumnTokens>& cells) {
  std::vector<double> rights(cells.front().size(), 0);
  for (const ColumnTokens& row : cells) {
    for (std::size_t c = 0; c < row.size(); ++c) {
      if (!row[c].empty()) rights[c] = std::max(rights[c], box_of(page, row[c]).right);
    }
  }
  std::vector<bool> wrapped(cells.size(), false);
  for (std::size_t k = 1; k < cells.size(); ++k) {
    const ColumnTokens& row = cells[k];
    if (all_filled(row) || has_number(page, row)) continue;
    // A label of its own begins a row; the rest of a long one begins with a small letter.
    if (!row[0].empty() && !is_lower(first_point(text_of(page, row[0])))) continue;
    bool all = true;
    for (std::size_t c = 0; c < row.size() && all; ++c) {
      all = row[c].empty() || runs_on(page, cells[k - 1][c], row[c], rights[c]);
    }
    wrapped[k] = all;
  }
  return wrapped;
}

}  // namespace diarium::layout
