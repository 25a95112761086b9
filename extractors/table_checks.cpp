#include "extractors/table_checks.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string_view>

#include "models/amount.h"
#include "models/unicode.h"

namespace diarium {
namespace {

/// A number of the table as it is printed.
struct Printed {
  double value = 0;
  double place = 1;  ///< what one step of its last digit is worth: 0.1 of "7,5"
  std::string unit;
};

double place_of(std::string_view text) {
  const std::size_t comma = text.find(',');
  if (comma == std::string_view::npos) return 1;
  double place = 1;
  for (const char c : text.substr(comma + 1)) {
    if (c < '0' || c > '9') break;
    place /= 10;
  }
  return place;
}

using Column = std::map<int, Printed>;  // by row

std::map<int, Column> columns_of(const TableRecord& table) {
  std::map<int, Column> columns;
  for (const TableCell& cell : table.cells) {
    // The first column labels the rows.
    if (!cell.value || cell.column == 0 || cell.row < table.header_rows) continue;
    columns[cell.column][cell.row] = {*cell.value, place_of(cell.text), cell.unit};
  }
  return columns;
}

/// What the rows above a total add up to, in the ways in which tables are built.
struct Sums {
  double plain = 0;  ///< rows that are no subtotals
  double subtotals = 0;
  double last_block = 0;  ///< rows behind the last subtotal
  double groups = 0;      ///< without the rows that a row above them adds up to
  std::size_t parts = 0;
  double largest = 0;  ///< part, by size
  double place = 1;
};

/// The rows that the row above them adds up to: "Skolor 30", "norra 10", "södra 20".
std::set<int> parts_of_groups(const Column& column, int total_row) {
  constexpr int kMostParts = 40;
  std::set<int> parts;
  for (auto head = column.begin(); head != column.end() && head->first < total_row; ++head) {
    if (parts.contains(head->first) || head->second.value <= 0) continue;
    double sum = 0;
    int count = 0;
    for (auto part = std::next(head); part != column.end() && part->first < total_row; ++part) {
      sum += part->second.value;
      if (++count > kMostParts || sum > head->second.value + 1e-9) break;
      if (count < 2 || sum < head->second.value - 1e-9) continue;
      for (auto row = std::next(head); row != std::next(part); ++row) parts.insert(row->first);
      break;
    }
  }
  return parts;
}

Sums add_up(const Column& column, int total_row, const std::set<int>& subtotal_rows) {
  Sums sums;
  const std::set<int> parts = parts_of_groups(column, total_row);
  for (const auto& [row, printed] : column) {
    if (row >= total_row) break;
    if (!parts.contains(row)) sums.groups += printed.value;
    ++sums.parts;
    sums.largest = std::max(sums.largest, std::abs(printed.value));
    sums.place = std::min(sums.place, printed.place);
    if (subtotal_rows.contains(row)) {
      sums.subtotals += printed.value;
      sums.last_block = 0;
    } else {
      sums.plain += printed.value;
      sums.last_block += printed.value;
    }
  }
  return sums;
}

bool agrees(double sum, double printed, const Sums& sums) {
  const double steps = std::max(1.0, static_cast<double>(sums.parts) / 2);
  return std::abs(sum - printed) <= steps * sums.place + 1e-9;
}

/// The sum that comes out at `printed`, if one of them does.
std::optional<double> matching_sum(const Sums& sums, double printed) {
  for (const double sum : {sums.plain, sums.subtotals, sums.last_block, sums.groups}) {
    if (agrees(sum, printed, sums)) return sum;
  }
  return std::nullopt;
}

class Auditor {
 public:
  Auditor(const TableRecord& table, const std::vector<int>& bold_rows, const RuleBook& rules)
      : table_(table), rules_(rules), columns_(columns_of(table)) {
    find_total_rows(bold_rows);
  }

  TableAudit audit() {
    if (total_row_ < 0) return {};
    std::size_t shifted = 0;
    for (const auto& [index, column] : columns_) shifted += check_column(index, column);
    if (guessed_ && shifted + holding_ == 0) return {};
    const bool moved = shifted >= 2 && shifted > holding_;
    if (moved) result_.issues.emplace_back("total_row_shift");
    if (!moved && failing_ > 0) result_.issues.emplace_back("total_mismatch");
    check_caption();
    check_shares();
    return std::move(result_);
  }

 private:
  /// The last row with a label of totals, or the last row at all if it alone has no label.
  void find_total_rows(const std::vector<int>& bold_rows) {
    const Rule& total = rules_.rule("tables.total");
    std::set<int> labelled;
    std::map<int, std::string_view> labels;
    int last_row = -1;
    for (const TableCell& cell : table_.cells) {
      if (cell.text.empty() || cell.row < table_.header_rows) continue;
      last_row = std::max(last_row, cell.row);
      if (cell.column == 0) labels[cell.row] = cell.text;
      if (!cell.value && total.first(trim(cell.text))) labelled.insert(cell.row);
    }
    subtotal_rows_.insert(bold_rows.begin(), bold_rows.end());
    subtotal_rows_.insert(labelled.begin(), labelled.end());
    const bool bare = last_row > 0 && !labels.contains(last_row);
    if (bare && subtotal_rows_.contains(last_row)) {
      total_row_ = last_row;
    } else if (!labelled.empty()) {
      total_row_ = *labelled.rbegin();
    } else if (bare && labels.size() >= 2 &&
               static_cast<int>(labels.size()) == last_row - table_.header_rows) {
      total_row_ = last_row;
      guessed_ = true;
    }
    subtotal_rows_.erase(total_row_);
  }

  /// Whether the sum of the column stands one column to the right: 1 or 0.
  std::size_t check_column(int index, const Column& column) {
    const Sums sums = add_up(column, total_row_, subtotal_rows_);
    if (sums.parts < 2) return 0;
    const auto here = column.find(total_row_);
    if (here != column.end()) check_total(index, sums, here->second);
    const auto next = columns_.find(index + 1);
    if (next == columns_.end() || !next->second.contains(total_row_)) return 0;
    const bool holds_here = here != column.end() && matching_sum(sums, here->second.value);
    return !holds_here && matching_sum(sums, next->second.at(total_row_).value) ? 1 : 0;
  }

  void check_total(int index, const Sums& sums, const Printed& total) {
    const std::optional<double> sum = matching_sum(sums, total.value);
    // Shares need not add up, and what is smaller than a part of it is a mean, not a sum.
    const bool is_sum = total.unit != "%" && std::abs(total.value) >= sums.largest;
    if (!sum && !is_sum) return;
    ++(sum ? holding_ : failing_);
    result_.checks.push_back({.name = "column_sum",
                              .column = index,
                              .holds = sum.has_value(),
                              .expected = sum.value_or(sums.plain),
                              .printed = total.value});
  }

  void check_caption() {
    const std::vector<Match> matches = rules_.rule("amounts.amount").matches(table_.caption);
    if (matches.size() != 1) return;
    const std::optional<Amount> named = parse_amount(matches.front()["amount"]);
    if (!named) return;
    bool compared = false;
    for (const auto& [index, column] : columns_) {
      const auto total = column.find(total_row_);
      if (total == column.end() || total->second.unit == "%") continue;
      const double factor = factor_of(total->second.unit);
      if (std::abs(total->second.value * factor - named->value) <= factor * total->second.place) {
        return;
      }
      compared = true;
    }
    if (compared) result_.issues.emplace_back("caption_total_mismatch");
  }

  /// Shares that add up to all must be those of the amounts beside them.
  void check_shares() {
    for (const auto& [share_index, shares] : columns_) {
      if (shares.empty() || shares.begin()->second.unit != "%") continue;
      if (std::abs(add_up(shares, total_row_, subtotal_rows_).groups - 100) > 1) continue;
      for (const auto& [index, amounts] : columns_) {
        const auto total = amounts.find(total_row_);
        if (index == share_index || total == amounts.end() || total->second.unit == "%") continue;
        if (total->second.value > 0 && differ(shares, amounts, total->second.value)) {
          result_.issues.emplace_back("percent_amount_mismatch");
          return;
        }
      }
    }
  }

  /// Whether a row's share isn't its amount's, though most come near it.
  [[nodiscard]] bool differ(const Column& shares, const Column& amounts, double total) const {
    constexpr double kNear = 5;  // per cent of the total: the column means what we take it for
    std::size_t near = 0;
    std::size_t rows = 0;
    bool off = false;
    for (const auto& [row, share] : shares) {
      const auto amount = amounts.find(row);
      if (row >= total_row_ || amount == amounts.end()) continue;
      const double distance = std::abs(100 * amount->second.value / total - share.value);
      ++rows;
      near += distance < kNear ? 1U : 0U;
      off = off || distance > share.place;
    }
    return off && rows >= 2 && 2 * near > rows;
  }

  static double factor_of(std::string_view unit) {
    if (unit == "tkr") return 1e3;
    return unit == "mnkr" ? 1e6 : 1;
  }

  const TableRecord& table_;
  const RuleBook& rules_;
  std::map<int, Column> columns_;
  std::set<int> subtotal_rows_;
  int total_row_ = -1;
  bool guessed_ = false;  // by its place alone: it is a total if a sum comes out
  std::size_t holding_ = 0;
  std::size_t failing_ = 0;
  TableAudit result_;
};

}  // namespace

TableAudit audit(const TableRecord& table, const std::vector<int>& bold_rows,
                 const RuleBook& rules) {
  return Auditor(table, bold_rows, rules).audit();
}

}  // namespace diarium
