#include "extractors/tables.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "extractors/table_checks.h"
#include "models/amount.h"
#include "models/unicode.h"

namespace diarium {
namespace {

std::string unit_named(std::string_view printed, const RuleBook& rules) {
  const Term* term = rules.find("tables", squeeze_blanks(printed));
  return term == nullptr ? std::string() : term->name;
}

/// The unit that a heading or caption gives; empty for none.
std::string unit_in(std::string_view text, const RuleBook& rules) {
  const auto match = rules.rule("tables.column_unit").first(text);
  return match ? unit_named((*match)["unit"], rules) : std::string();
}

/// The units of columns by their headings, for those that have one.
std::map<int, std::string> column_units(const Table& table, const RuleBook& rules) {
  std::map<int, std::string> units;
  for (const Cell& cell : table.cells) {
    if (cell.row >= table.header_rows) continue;
    const std::string unit = unit_in(cell.text, rules);
    if (unit.empty()) continue;
    for (int i = 0; i < cell.column_span; ++i) units[cell.column + i] = unit;
  }
  return units;
}

TableCell cell_of(const Cell& cell, const RuleBook& rules) {
  TableCell result{.row = cell.row,
                   .column = cell.column,
                   .row_span = cell.row_span,
                   .column_span = cell.column_span,
                   .text = cell.text};
  result.value = parse_number(cell.text);
  if (result.value) return result;
  if (const auto match = rules.rule("tables.cell").whole(cell.text)) {
    result.value = parse_number((*match)["number"]);
    result.unit = unit_named((*match)["unit"], rules);
  }
  return result;
}

TableRecord record_of(const DocumentTable& source, const RuleBook& rules) {
  TableRecord record{
      .pages = source.pages, .caption = source.caption, .header_rows = source.table.header_rows};
  const std::map<int, std::string> units = column_units(source.table, rules);
  const std::string common = unit_in(source.caption, rules);
  for (const Cell& cell : source.table.cells) {
    TableCell result = cell_of(cell, rules);
    if (cell.row < source.table.header_rows) {
      // Years and other numbers of headings count nothing.
      result.value.reset();
      result.unit.clear();
    } else if (result.value && result.unit.empty() && cell.column > 0) {
      const auto unit = units.find(cell.column);
      result.unit = unit == units.end() ? common : unit->second;
    }
    record.cells.push_back(std::move(result));
  }
  return record;
}

/// Rows whose cells with text are all bold, in order.
std::vector<int> bold_rows(const Table& table) {
  std::map<int, bool> rows;
  for (const Cell& cell : table.cells) {
    if (cell.text.empty()) continue;
    const auto [row, first] = rows.emplace(cell.row, cell.bold);
    if (!first) row->second = row->second && cell.bold;
  }
  std::vector<int> bold;
  for (const auto& [row, all] : rows) {
    if (all) bold.push_back(row);
  }
  return bold;
}

}  // namespace

std::vector<Finding> Tables::extract(const Document& document) const {
  const Rule& rule = rules_.rule("tables.table");
  std::vector<Finding> findings;
  for (const DocumentTable& table : document.tables) {
    if (table.span.empty()) continue;
    TableRecord record = record_of(table, rules_);
    TableAudit result = audit(record, bold_rows(table.table), rules_);
    record.checks = std::move(result.checks);
    findings.push_back({.record = std::move(record),
                        .span = table.span,
                        .rule = rule.name(),
                        .confidence = std::min(rule.confidence(), table.table.confidence),
                        .issues = std::move(result.issues)});
  }
  return findings;
}

}  // namespace diarium
