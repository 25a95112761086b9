#include "extractors/table_checks.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "models/amount.h"

using namespace diarium;

namespace {

using Rows = std::vector<std::vector<std::string>>;
using Issues = std::vector<std::string>;

/// A table whose first row is its heading; cells that are numbers have values.
TableRecord table_of(const Rows& rows, const std::string& caption = "") {
  TableRecord table{.caption = caption, .header_rows = 1};
  for (std::size_t r = 0; r < rows.size(); ++r) {
    for (std::size_t c = 0; c < rows[r].size(); ++c) {
      table.cells.push_back({.row = static_cast<int>(r),
                             .column = static_cast<int>(c),
                             .text = rows[r][c],
                             .value = r == 0 ? std::nullopt : parse_number(rows[r][c])});
    }
  }
  return table;
}

TableAudit audit_of(const TableRecord& table, const std::vector<int>& bold_rows = {}) {
  static const RuleBook book = RuleBook::built_in();
  return audit(table, bold_rows, book);
}

}  // namespace

TEST_CASE("table checks: a total that its rows add up to") {
  const TableAudit result = audit_of(table_of({{"Post", "2021", "2022"},
                                               {"Hamn", "100", "7,5"},
                                               {"Torg", "250", "8,5"},
                                               {"Summa", "350", "16,0"}}));
  CHECK(result.issues.empty());
  CHECK(result.checks == std::vector<TableCheck>{{"column_sum", 1, true, 350, 350},
                                                 {"column_sum", 2, true, 16, 16}});
}

TEST_CASE("table checks: rounding is no mistake, a wrong figure is") {
  CHECK(audit_of(table_of({{"Post", "kr"}, {"A", "10"}, {"B", "11"}, {"Totalt", "22"}}))
            .issues.empty());
  const TableAudit result =
      audit_of(table_of({{"Post", "kr"}, {"A", "10"}, {"B", "11"}, {"Totalt", "31"}}));
  CHECK(result.issues == Issues{"total_mismatch"});
  REQUIRE(result.checks.size() == 1);
  CHECK_FALSE(result.checks[0].holds);
  CHECK(result.checks[0].expected == 21);
  CHECK(result.checks[0].printed == 31);
}

TEST_CASE("table checks: subtotals are not added twice") {
  const Rows rows{{"Post", "kr"},   {"Hela staden", "75"}, {"Skola", "25"},  {"Arbete", "25"},
                  {"Boende", "25"}, {"Norra", "85"},       {"Totalt", "160"}};
  const TableAudit result = audit_of(table_of(rows), {1, 5, 6});
  CHECK(result.issues.empty());
  CHECK(result.checks.size() == 1);
}

TEST_CASE("table checks: totals one column to the right are reported as such") {
  const Rows rows{{"Post", "A", "B", "C"},
                  {"Hamn", "100", "20", "3"},
                  {"Torg", "250", "30", "4"},
                  {"", "999", "350", "50"}};
  CHECK(audit_of(table_of(rows), {3}).issues == Issues{"total_row_shift"});
}

TEST_CASE("table checks: a mean under a column is no sum") {
  CHECK(audit_of(
            table_of({{"Skola", "Elever per lärare"}, {"A", "10"}, {"B", "14"}, {"Totalt", "12"}}))
            .checks.empty());
}

TEST_CASE("table checks: a caption with another amount than the total") {
  const Rows rows{{"Post", "kr"}, {"A", "100"}, {"B", "200"}, {"Totalt", "300"}};
  CHECK(audit_of(table_of(rows, "Fördelning av 300 kr")).issues.empty());
  CHECK(audit_of(table_of(rows, "Fördelning av 250 kr")).issues ==
        Issues{"caption_total_mismatch"});
}

TEST_CASE("table checks: without a total there is nothing to check") {
  CHECK(audit_of(table_of({{"Post", "kr"}, {"A", "10"}, {"B", "11"}})).checks.empty());
}

TEST_CASE("table checks: a total without a label, where a sum comes out and only there") {
  CHECK(audit_of(table_of({{"Post", "2021", "2022"},
                           {"Hamn", "100", "10"},
                           {"Torg", "250", "30"},
                           {"", "350", "40"}}))
            .checks.size() == 2);
  const TableAudit none =
      audit_of(table_of({{"Post", "2021"}, {"Hamn", "100"}, {"Torg", "250"}, {"", "990"}}));
  CHECK(none.checks.empty());
  CHECK(none.issues.empty());
}

TEST_CASE("table checks: groups whose first row sums them up count once") {
  const TableAudit result = audit_of(table_of({{"Nivå", "Kr"},
                                               {"Hela staden:", "30"},
                                               {"Skolor", "10"},
                                               {"Hem", "20"},
                                               {"Områden:", "50"},
                                               {"Totalt:", "80"}}));
  REQUIRE(result.checks.size() == 1);
  CHECK(result.checks[0].holds);
  CHECK(result.issues.empty());
}

TEST_CASE("table checks: shares that aren't those of the amounts beside them") {
  const auto with_shares = [](const char* first, const char* second) {
    TableRecord table = table_of({{"Nivå", "Andel", "Kr"},
                                  {"Staden", first, "75"},
                                  {"Området", second, "85"},
                                  {"Totalt", "", "160"}});
    for (TableCell& cell : table.cells) {
      if (cell.column == 1 && cell.value) cell.unit = "%";
    }
    return audit_of(table).issues;
  };
  CHECK(with_shares("45", "55") == Issues{"percent_amount_mismatch"});
  CHECK(with_shares("47", "53").empty());
  CHECK(with_shares("20", "30").empty());
}
