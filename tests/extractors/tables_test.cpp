#include "extractors/tables.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace diarium;

namespace {

/// A document with one table; its first row is the heading.
Document document_with(const std::vector<std::vector<std::string>>& rows,
                       const std::string& caption = "") {
  Document document;
  DocumentTable table{.pages = {2}, .span = document.text.append("tabell", {}), .caption = caption};
  table.table.header_rows = 1;
  table.table.confidence = 0.8;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    for (std::size_t c = 0; c < rows[r].size(); ++c) {
      table.table.cells.push_back(
          {.row = static_cast<int>(r), .column = static_cast<int>(c), .text = rows[r][c]});
    }
  }
  document.tables.push_back(std::move(table));
  return document;
}

std::vector<Finding> tables_in(const Document& document) {
  static const RuleBook book = RuleBook::built_in();
  return Tables(book).extract(document);
}

/// "1 100 000 = 1100000 tkr" for the cells with values.
std::vector<std::string> values_in(const Document& document) {
  std::vector<std::string> values;
  for (const Finding& finding : tables_in(document)) {
    for (const TableCell& cell : std::get<TableRecord>(finding.record).cells) {
      if (!cell.value) continue;
      values.push_back(cell.text + " = " + std::to_string(static_cast<long>(*cell.value)) + " " +
                       cell.unit);
    }
  }
  return values;
}

using Values = std::vector<std::string>;

}  // namespace

TEST_CASE("tables: cells have values, units stand in the cell or above it") {
  CHECK(values_in(document_with({{"Post", "Andel i procent", "Budget (tkr)", "Kostnad"},
                                 {"Hamn", "45%", "1 100 000", "2 500 kr"},
                                 {"Torg", "55", "-20", "–"}})) ==
        Values{"45% = 45 %", "1 100 000 = 1100000 tkr", "2 500 kr = 2500 SEK", "55 = 55 %",
               "-20 = -20 tkr"});
}

TEST_CASE("tables: a caption may give the unit, a year in the heading is no value") {
  CHECK(values_in(document_with({{"Post", "2021"}, {"Hamn", "7"}}, "Budget i mnkr")) ==
        Values{"7 = 7 mnkr"});
}

TEST_CASE("tables: words with figures in them are no values") {
  CHECK(values_in(document_with({{"Post", "Not"}, {"Processledare 3 st", "2 st"}})).empty());
}

TEST_CASE("tables: the finding is the table, its checks and issues go with it") {
  const Document document =
      document_with({{"Post", "kr"}, {"A", "10"}, {"B", "20"}, {"Summa", "99"}});
  const auto findings = tables_in(document);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].span == Span{0, 6});
  CHECK(findings[0].confidence == 0.8);
  CHECK(findings[0].issues == std::vector<std::string>{"total_mismatch"});
  const auto& record = std::get<TableRecord>(findings[0].record);
  CHECK(record.pages == std::vector<int>{2});
  CHECK(record.header_rows == 1);
  CHECK(record.cells.size() == 8);
  CHECK(record.checks.size() == 1);
}
