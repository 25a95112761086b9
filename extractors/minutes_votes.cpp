#include "extractors/minutes_votes.h"

#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "extractors/minutes_sentences.h"
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
    for (const MinutesSentence& sentence : minutes_sentences(document_, rules_)) {
      if (open_ && std::get<Vote>(open_->record).item != sentence.item) close();
      const bool read = read_beginning(sentence) || read_meaning(sentence) ||
                        read_names(sentence) || read_counts(sentence);
      if (!read) read_acclamation(sentence);
    }
    close();
    return std::move(findings_);
  }

 private:
  [[nodiscard]] const Rule& rule(std::string_view name) const {
    return rules_.rule("minutes_votes." + std::string(name));
  }

  Vote& vote() { return std::get<Vote>(open_->record); }

  void begin(const MinutesSentence& sentence, const Rule& found_by) {
    close();
    open_ = Finding{.record = Vote{.item = std::string(sentence.item), .method = "roll_call"},
                    .span = sentence.span,
                    .rule = found_by.name(),
                    .confidence = found_by.confidence()};
  }

  /// The vote that a sentence goes on with; a new one where none is open.
  Vote& vote_at(const MinutesSentence& sentence, const Rule& found_by) {
    if (!open_) begin(sentence, found_by);
    open_->span.end = sentence.span.end;
    return vote();
  }

  [[nodiscard]] bool has_result() {
    return open_ && (vote().yes || !vote().yes_names.empty() || !vote().no_names.empty());
  }

  bool read_beginning(const MinutesSentence& sentence) {
    const Rule& begins = rule("begins");
    if (!begins.first(sentence.text)) return false;
    if (!open_ || has_result()) begin(sentence, begins);
    return true;
  }

  bool read_meaning(const MinutesSentence& sentence) {
    const Rule& means = rule("means");
    if (const auto match = means.first(sentence.text)) {
      if (has_result()) close();
      Vote& current = vote_at(sentence, means);
      current.yes_means = squeeze_blanks((*match)["yes"]);
      current.no_means = squeeze_blanks((*match)["no"]);
      return true;
    }
    const Rule& one_side = rule("yes_for");
    const auto match = one_side.whole(sentence.text);
    if (!match) return false;
    const bool yes = side_of((*match)["side"]) == Side::yes;
    if (yes && has_result()) close();
    Vote& current = vote_at(sentence, one_side);
    (yes ? current.yes_means : current.no_means) = squeeze_blanks((*match)["means"]);
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
    const Rule& counts = rule("counts");
    const auto match = counts.first(sentence.text);
    if (!match) return false;
    Vote& current = vote_at(sentence, counts);
    current.yes = number_of_votes((*match)["yes"]);
    current.no = number_of_votes((*match)["no"]);
    if (!(*match)["abstained"].empty()) current.abstained = number_of_votes((*match)["abstained"]);
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

  [[nodiscard]] int number_of_votes(std::string_view printed) const {
    const Term* term = rules_.find("minutes_votes", printed);
    const std::string_view digits = term == nullptr ? printed : std::string_view(term->name);
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
  }

  void close() {
    if (!open_) return;
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
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> MinutesVotes::extract(const Document& document) const {
  return VoteReader(document, rules_).read();
}

}  // namespace diarium
