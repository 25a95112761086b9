#include "extractors/minutes_votes.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "extractors/minutes_sentences.h"
#include "extractors/minutes_voting_lists.h"
#include "models/unicode.h"

namespace diarium {
namespace {

enum class Side { yes, no, abstained };

Side side_of(std::string_view printed) {
  const std::string lower = to_lower(printed);
  if (lower == "ja") return Side::yes;
  return lower == "nej" ? Side::no : Side::abstained;
}

std::vector<std::string>& names_on(Vote& vote, Side side) {
  if (side == Side::yes) return vote.yes_names;
  return side == Side::no ? vote.no_names : vote.abstained_names;
}

std::optional<int>& count_of(Vote& vote, Side side) {
  if (side == Side::yes) return vote.yes;
  return side == Side::no ? vote.no : vote.abstained;
}

bool agrees(const std::optional<int>& count, const std::vector<std::string>& names) {
  return count && static_cast<std::size_t>(*count) == names.size();
}

/// Whether names of a side are printed, and not as many as were counted.
bool conflicts(const std::optional<int>& count, const std::vector<std::string>& names) {
  return count && !names.empty() && !agrees(count, names);
}

/// Follows a meeting sentence by sentence; a vote ends with its § or where the next one begins.
class VoteReader {
 public:
  VoteReader(const Document& document, const RuleBook& rules)
      : document_(document), rules_(rules), names_(rules) {}

  std::vector<Finding> read() {
    const std::vector<TablePlace> tables = tables_in_order();
    auto table = tables.begin();
    for (const MinutesSentence& sentence : minutes_sentences(document_, rules_)) {
      while (table != tables.end() && table->paragraph < sentence.paragraph) read(*table++);
      read(sentence);
    }
    while (table != tables.end()) read(*table++);
    close();
    return std::move(findings_);
  }

 private:
  /// A table among the paragraphs of a §.
  struct TablePlace {
    std::size_t paragraph = 0;
    std::string_view item;
  };

  [[nodiscard]] std::vector<TablePlace> tables_in_order() const {
    std::vector<TablePlace> places;
    for (const Section& section : document_.sections) {
      const std::size_t end = std::min(section.paragraphs.end, document_.paragraphs.size());
      for (std::size_t i = section.paragraphs.begin; i < end; ++i) {
        const int table = document_.paragraphs[i].table;
        if (table >= 0 && static_cast<std::size_t>(table) < document_.tables.size()) {
          places.push_back({.paragraph = i, .item = section.item});
        }
      }
    }
    return places;
  }

  void read(const MinutesSentence& sentence) {
    if (open_ && vote().item != sentence.item) close();
    read_result(sentence);
    if (read_names_below(sentence)) return;
    const bool read = read_beginning(sentence) || read_meaning(sentence) || read_names(sentence) ||
                      read_counts(sentence) || read_side(sentence);
    if (!read) read_acclamation(sentence);
  }

  /// A voting list goes on with the vote above it, unless that has its names.
  void read(const TablePlace& place) {
    const Paragraph& paragraph = document_.paragraphs[place.paragraph];
    const Rule& column = rule("column");
    const Table& table = document_.tables[static_cast<std::size_t>(paragraph.table)].table;
    bool first = true;
    for (VotingList& list : voting_lists_of(table, rules_, names_)) {
      const std::string_view item = list.item.empty() ? place.item : list.item;
      const bool goes_on = first && open_ && vote().item == item && !has_names();
      if (!goes_on) begin(item, paragraph.span, column);
      first = false;
      Vote& current = vote();
      current.yes_names = std::move(list.yes_names);
      current.no_names = std::move(list.no_names);
      current.abstained_names = std::move(list.abstained_names);
      if (!current.yes) current.yes = list.yes;
      if (!current.no) current.no = list.no;
      if (!current.abstained) current.abstained = list.abstained;
    }
  }

  [[nodiscard]] const Rule& rule(std::string_view name) const {
    return rules_.rule("minutes_votes." + std::string(name));
  }

  Vote& vote() { return std::get<Vote>(open_->record); }

  void begin(std::string_view item, Span span, const Rule& found_by) {
    close();
    drop_contested(item);
    open_ = Finding{.record = Vote{.item = std::string(item), .method = "roll_call"},
                    .span = span,
                    .rule = found_by.name(),
                    .confidence = found_by.confidence()};
  }

  /// The vote that a sentence goes on with; a new one where none is open.
  Vote& vote_at(const MinutesSentence& sentence, const Rule& found_by) {
    if (!open_) begin(sentence.item, sentence.span, found_by);
    open_->span.end = sentence.span.end;
    return vote();
  }

  [[nodiscard]] bool has_names() { return !vote().yes_names.empty() || !vote().no_names.empty(); }
  [[nodiscard]] bool has_result() { return open_ && (vote().yes || has_names()); }

  bool read_beginning(const MinutesSentence& sentence) {
    const Rule& begins = rule("begins");
    if (!begins.first(sentence.text)) return false;
    if (!open_ || has_result()) begin(sentence.item, sentence.span, begins);
    return true;
  }

  /// What the chair found is no decision where a vote follows.
  void drop_contested(std::string_view item) {
    if (findings_.empty()) return;
    const auto& last = std::get<Vote>(findings_.back().record);
    if (last.method == "acclamation" && last.item == item) findings_.pop_back();
  }

  bool read_meaning(const MinutesSentence& sentence) {
    const Rule& means = rule("means");
    const Rule& both = rule("means_both");
    auto match = means.first(sentence.text);
    if (!match) match = both.whole(sentence.text);
    if (match) {
      if (has_result()) close();
      Vote& current = vote_at(sentence, means);
      current.yes_means = squeeze_blanks((*match)["yes"]);
      current.no_means = squeeze_blanks((*match)["no"]);
      return true;
    }
    return read_one_meaning(sentence);
  }

  bool read_one_meaning(const MinutesSentence& sentence) {
    auto match = rule("yes_for").whole(sentence.text);
    const Rule& one_side = rule(match ? "yes_for" : "side_for");
    if (!match) match = one_side.whole(sentence.text);
    if (!match) return false;
    const bool yes = side_of((*match)["side"]) == Side::yes;
    if (yes && has_result()) close();
    Vote& current = vote_at(sentence, one_side);
    (yes ? current.yes_means : current.no_means) = squeeze_blanks((*match)["means"]);
    return true;
  }

  /// "Följande ledamöter röstar ja:", the names in the paragraphs or items below.
  bool read_side(const MinutesSentence& sentence) {
    const bool voting = open_ || sentence.section == SectionKind::vote;
    const Rule& alone = rule("side_alone");
    const auto match = voting ? alone.whole(sentence.text) : std::nullopt;
    if (!match) return false;
    const Side side = side_of((*match)["side"]);
    Vote& current = vote_at(sentence, alone);
    if (!(*match)["count"].empty()) count_of(current, side) = number_of_votes((*match)["count"]);
    side_below_ = side;
    return true;
  }

  bool read_names_below(const MinutesSentence& sentence) {
    if (!side_below_ || !open_) return false;
    std::string_view list = trim(sentence.text);
    if (list.ends_with('.')) list.remove_suffix(1);
    const std::vector<PersonName> persons = names_.persons(list);
    if (persons.empty()) {
      side_below_.reset();
      return false;
    }
    for (const PersonName& person : persons) {
      names_on(vote(), *side_below_).push_back(printed_name(person));
    }
    open_->span.end = sentence.span.end;
    return true;
  }

  bool read_names(const MinutesSentence& sentence) {
    for (const std::string_view name : {"names_first", "abstain_first", "names_behind"}) {
      const Rule& found_by = rule(name);
      const auto match = found_by.whole(sentence.text);
      if (!match) continue;
      std::vector<std::string> people = people_in((*match)["who"], names_, rules_);
      if (people.empty()) continue;
      const Side side = side_of((*match)["side"]);
      Vote& current = vote_at(sentence, found_by);
      auto& listed = names_on(current, side);
      listed.insert(listed.end(), people.begin(), people.end());
      if (!(*match)["count"].empty()) count_of(current, side) = number_of_votes((*match)["count"]);
      return true;
    }
    return false;
  }

  bool read_counts(const MinutesSentence& sentence) {
    for (const std::string_view name :
         {"counts_with_names", "counts", "counts_no_first", "counts_behind"}) {
      const Rule& counts = rule(name);
      const auto match = counts.first(sentence.text);
      if (!match) continue;
      Vote& current = vote_at(sentence, counts);
      current.yes = number_of_votes((*match)["yes"]);
      current.no = number_of_votes((*match)["no"]);
      if (name == "counts_with_names") {
        current.yes_names = people_in((*match)["yes_names"], names_, rules_);
        current.no_names = people_in((*match)["no_names"], names_, rules_);
      }
      const std::string_view abstained = (*match)["abstained"];
      if (!abstained.empty()) current.abstained = number_of_votes(abstained);
      return true;
    }
    return read_count_of_side(sentence);
  }

  bool read_count_of_side(const MinutesSentence& sentence) {
    const bool voting = open_ || sentence.section == SectionKind::vote;
    const Rule& count = rule("count_of_side");
    const auto match = voting ? count.whole(sentence.text) : std::nullopt;
    if (!match) return false;
    const bool behind = (*match)["count"].empty();
    const Side side = side_of(behind ? (*match)["side_behind"] : (*match)["side"]);
    count_of(vote_at(sentence, count), side) =
        number_of_votes(behind ? (*match)["count_first"] : (*match)["count"]);
    return true;
  }

  /// Where a vote was counted, what the chair finds is its result and no acclamation.
  void read_acclamation(const MinutesSentence& sentence) {
    const Rule& acclamation = rule("acclamation");
    const auto match = open_ ? std::nullopt : acclamation.first(sentence.text);
    if (!match) return;
    findings_.push_back({.record = Vote{.item = std::string(sentence.item),
                                        .method = "acclamation",
                                        .yes_means = squeeze_blanks((*match)["found"])},
                         .span = sentence.span,
                         .rule = acclamation.name(),
                         .confidence = acclamation.confidence()});
  }

  /// What the sentences of a vote say that decided it, beside the number of votes.
  void read_result(const MinutesSentence& sentence) {
    if (!open_) return;
    if (const auto match = rule("casting_vote").first(sentence.text)) {
      casting_ = squeeze_blanks(sentence.text.substr(match->span().begin));
    }
    if (rule("sent_back").first(sentence.text)) sent_back_ = true;
  }

  /// The side that a text speaks of: by yes and no, else by what the sides stand for.
  [[nodiscard]] std::optional<Side> side_told(std::string_view text) const {
    if (const auto match = rule("casts").first(text)) return side_of((*match)["side"]);
    const auto& current = std::get<Vote>(open_->record);
    for (const std::string_view name : {"sense_sustain", "sense_reject", "sense_send_back"}) {
      const Rule& sense = rule(name);
      if (!sense.first(text)) continue;
      const bool yes = sense.first(current.yes_means).has_value();
      const bool no = sense.first(current.no_means).has_value();
      if (yes != no) return yes ? Side::yes : Side::no;
    }
    return std::nullopt;
  }

  /// Which side won, and by what: at a tie the chair's vote counts for more, and a third of a
  /// council can send a matter back against the others (kommunallagen).
  void decide() {
    Vote& current = vote();
    const auto votes = [](const std::optional<int>& count, const std::vector<std::string>& names) {
      return count.value_or(static_cast<int>(names.size()));
    };
    const int yes = votes(current.yes, current.yes_names);
    const int no = votes(current.no, current.no_names);
    if (yes + no == 0) return;
    const Side fewer = yes < no ? Side::yes : Side::no;
    const bool minority_can = 3 * std::min(yes, no) >= yes + no && yes != no;
    std::optional<Side> winner = fewer == Side::yes ? Side::no : Side::yes;
    std::string_view by = "majority";
    if (yes == no) {
      winner = casting_.empty() ? std::nullopt : side_told(casting_);
      by = casting_.empty() ? "" : "casting_vote";
    } else if (sent_back_ && minority_can && side_told("återremiss") == fewer) {
      winner = fewer;
      by = "minority";
    }
    current.decided_by = by;
    if (winner) current.outcome = *winner == Side::yes ? "yes" : "no";
  }

  [[nodiscard]] int number_of_votes(std::string_view printed) const {
    const Term* term = rules_.find("minutes_votes", printed);
    const std::string_view digits = term == nullptr ? printed : std::string_view(term->name);
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
  }

  static bool names_voters(const Vote& vote) {
    return !vote.yes_names.empty() || !vote.no_names.empty();
  }

  /// The list of who voted may stand in the list of those present, far from the § that it names: it
  /// gives its names to the vote told there.
  void take_names_of_list() {
    const Vote& told = vote();
    if (told.item.empty() || names_voters(told)) return;
    const auto list = std::find_if(findings_.begin(), findings_.end(), [&](const Finding& finding) {
      const auto& other = std::get<Vote>(finding.record);
      return other.item == told.item && names_voters(other) && other.yes_means.empty();
    });
    if (list == findings_.end()) return;
    auto& from = std::get<Vote>(list->record);
    vote().yes_names = std::move(from.yes_names);
    vote().no_names = std::move(from.no_names);
    vote().abstained_names = std::move(from.abstained_names);
    findings_.erase(list);
  }

  void close() {
    side_below_.reset();
    if (!open_) return;
    take_names_of_list();
    decide();
    casting_.clear();
    sent_back_ = false;
    Vote& current = vote();
    current.verified = agrees(current.yes, current.yes_names) &&
                       agrees(current.no, current.no_names) &&
                       !conflicts(current.abstained, current.abstained_names);
    if (conflicts(current.yes, current.yes_names) || conflicts(current.no, current.no_names) ||
        conflicts(current.abstained, current.abstained_names)) {
      open_->issues.emplace_back("count_conflict");
    }
    findings_.push_back(*std::move(open_));
    open_.reset();
  }

  const Document& document_;
  const RuleBook& rules_;
  PersonNames names_;
  std::optional<Finding> open_;
  std::optional<Side> side_below_;  // whose names the next lines hold
  std::string casting_;             // what the chair's casting vote is said to be for
  bool sent_back_ = false;          // the vote is said to have sent the matter back
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> MinutesVotes::extract(const Document& document) const {
  const bool holds_votes = is_minutes(document) || document.kind == DocumentKind::voteringslista;
  if (!holds_votes) return {};
  return VoteReader(document, rules_).read();
}

}  // namespace diarium
