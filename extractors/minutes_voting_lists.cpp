#include "extractors/minutes_voting_lists.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <string_view>

#include "extractors/minutes_sentences.h"
#include "models/unicode.h"

namespace diarium {
namespace {

/// What a column of a voting list counts.
enum class Vote { yes, no, abstained, absent };

struct Column {
  std::size_t list = 0;  // index of the vote that it belongs to
  Vote vote = Vote::yes;
};

class ListReader {
 public:
  ListReader(const Table& table, const RuleBook& rules, const PersonNames& names)
      : table_(table),
        names_(names),
        column_(rules.rule("minutes_votes.column")),
        mark_(rules.rule("minutes_votes.mark")),
        sums_(rules.rule("minutes_votes.sums")) {}

  std::vector<VotingList> read() {
    for (const Cell& cell : table_.cells) rows_[cell.row].push_back(&cell);
    for (const auto& [row, cells] : rows_) {
      if (columns_.empty()) {
        read_head(cells);
      } else {
        read_row(cells);
      }
    }
    return std::move(lists_);
  }

 private:
  using Row = std::vector<const Cell*>;

  void read_head(const Row& cells) {
    std::map<int, Column> columns;
    std::vector<std::string> items;
    std::size_t lists = 0;
    bool has_no = false;
    for (const Cell* cell : cells) {
      const auto match = column_.whole(cell->text);
      if (!match) continue;
      const std::string side = to_lower((*match)["side"]);
      if (side == "ja") {
        ++lists;
        const std::string_view number = (*match)["item"];
        items.push_back(number.empty() ? "" : "§ " + std::string(number));
      }
      if (lists == 0) continue;
      has_no = has_no || side == "nej";
      columns[cell->column] = {lists - 1, side.empty()    ? Vote::absent
                                          : side == "ja"  ? Vote::yes
                                          : side == "nej" ? Vote::no
                                                          : Vote::abstained};
    }
    if (!has_no) return;
    columns_ = std::move(columns);
    for (std::string& item : items) lists_.push_back({.item = std::move(item)});
  }

  void read_row(const Row& cells) {
    Row before;  // the columns of the votes
    for (const Cell* cell : cells) {
      if (cell->column < columns_.begin()->first) before.push_back(cell);
    }
    const bool sums = !before.empty() && sums_.first(trim(before.front()->text)).has_value();
    const std::string voter = sums ? "" : voter_in(before);
    for (const Cell* cell : cells) {
      const auto column = columns_.find(cell->column);
      if (column == columns_.end()) continue;
      if (sums) {
        set_sum(column->second, cell->text);
      } else if (!voter.empty() && mark_.whole(cell->text)) {
        add(column->second, voter);
      }
    }
  }

  /// The last person named, with the party of a cell of its own, or behind the name: "Eva Ek S".
  [[nodiscard]] std::string voter_in(const Row& cells) const {
    std::optional<PersonName> voter;
    std::string party;
    for (const Cell* cell : cells) {
      const std::string text = squeeze_blanks(cell->text);
      std::vector<PersonName> persons = names_.persons_within(text);
      const std::string last_word = text.substr(text.rfind(' ') + 1);
      if (const std::string code = names_.party_code(last_word); !code.empty()) party = code;
      if (persons.empty()) continue;
      voter = std::move(persons.back());
      if (!voter->party.empty()) party = voter->party;
    }
    if (!voter) return {};
    voter->party = party;
    return printed_name(*voter);
  }

  void add(const Column& column, const std::string& voter) {
    VotingList& list = lists_[column.list];
    if (column.vote == Vote::yes) list.yes_names.push_back(voter);
    if (column.vote == Vote::no) list.no_names.push_back(voter);
    if (column.vote == Vote::abstained) list.abstained_names.push_back(voter);
  }

  void set_sum(const Column& column, std::string_view printed) {
    int sum = 0;
    const auto [end, error] = std::from_chars(printed.data(), printed.data() + printed.size(), sum);
    if (error != std::errc() || end != printed.data() + printed.size()) return;
    VotingList& list = lists_[column.list];
    if (column.vote == Vote::yes) list.yes = sum;
    if (column.vote == Vote::no) list.no = sum;
    if (column.vote == Vote::abstained) list.abstained = sum;
  }

  const Table& table_;
  const PersonNames& names_;
  const Rule& column_;
  const Rule& mark_;
  const Rule& sums_;
  std::map<int, Row> rows_;
  std::map<int, Column> columns_;  // by column of the table
  std::vector<VotingList> lists_;
};

}  // namespace

std::vector<VotingList> voting_lists_of(const Table& table, const RuleBook& rules,
                                        const PersonNames& names) {
  return ListReader(table, rules, names).read();
}

}  // namespace diarium
