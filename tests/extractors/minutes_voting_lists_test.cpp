#include "extractors/minutes_voting_lists.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace diarium;

namespace {

/// A table of these rows, cells parted by '|'.
Table table_of(const std::vector<std::string>& rows) {
  Table table{.rows = static_cast<int>(rows.size())};
  for (int row = 0; row < table.rows; ++row) {
    const std::string& line = rows[static_cast<std::size_t>(row)];
    int column = 0;
    for (std::size_t begin = 0; begin <= line.size(); ++column) {
      const std::size_t end = std::min(line.find('|', begin), line.size());
      table.cells.push_back(
          {.row = row, .column = column, .text = line.substr(begin, end - begin)});
      begin = end + 1;
    }
  }
  return table;
}

std::vector<VotingList> lists_in(const std::vector<std::string>& rows) {
  static const RuleBook rules = RuleBook::built_in();
  static const PersonNames names(rules);
  return voting_lists_of(table_of(rows), rules, names);
}

using People = std::vector<std::string>;

}  // namespace

TEST_CASE("voting lists: a member, the party, a cross in a column, and sums") {
  const auto lists = lists_in({"Ledamot|Parti|Ja|Nej|Avst.|Frånv.", "Eva Ek|S|X|||", "Bo Al|M||x||",
                               "Cia Dal|V|||X|", "Dan Ed|C||||X", "Summa||1|1|1|1"});
  REQUIRE(lists.size() == 1);
  CHECK(lists[0].yes_names == People{"Eva Ek (S)"});
  CHECK(lists[0].no_names == People{"Bo Al (M)"});
  CHECK(lists[0].abstained_names == People{"Cia Dal (V)"});
  CHECK(lists[0].yes == 1);
  CHECK(lists[0].no == 1);
  CHECK(lists[0].abstained == 1);
}

TEST_CASE("voting lists: where a substitute is named, the substitute voted") {
  const auto lists = lists_in(
      {"Namn|Parti|Ersättare|Ja|Nej", "Eva Ek|S|Gun Falk|X|", "Bo Al|M|||X", "Transport||| 1|1"});
  REQUIRE(lists.size() == 1);
  CHECK(lists[0].yes_names == People{"Gun Falk (S)"});
  CHECK(lists[0].no_names == People{"Bo Al (M)"});
}

TEST_CASE("voting lists: two votes side by side are two") {
  const auto lists = lists_in({"Namn|Ja|Nej|Ja|Nej", "Eva Ek (S)|X|||X", "Bo Al (M)|X||X|"});
  REQUIRE(lists.size() == 2);
  CHECK(lists[0].yes_names == People{"Eva Ek (S)", "Bo Al (M)"});
  CHECK(lists[1].yes_names == People{"Bo Al (M)"});
  CHECK(lists[1].no_names == People{"Eva Ek (S)"});
}

TEST_CASE("voting lists: other tables are none") {
  CHECK(lists_in({"Namn|Ja", "Eva Ek (S)|X"}).empty());
  CHECK(lists_in({"Verksamhet|Budget|Utfall", "Skola|12|13"}).empty());
  CHECK(lists_in({}).empty());
}
