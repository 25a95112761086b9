#include "pipeline/segment/page_turn.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "models/date.h"
#include "models/unicode.h"
#include "pipeline/segment/kind_label.h"

namespace diarium {
namespace {

// What speaks for a beginning.
constexpr double kLabelOne = 6.0;       // "1(n)" on the page that it opens
constexpr double kLabelRestarts = 4.0;  // a number lower than on the page before
constexpr double kLabelEnded = 4.0;     // the page before was "n(n)"
constexpr double kLabelLeaps = 2.0;     // "7(9)" where the second or third page would be
constexpr double kLetterhead = 2.0;     // the page has one, the page before hasn't, or another
constexpr double kOtherKind = 3.0;      // "PROTOKOLLSUTDRAG" above, "TJÄNSTESKRIVELSE" before
constexpr double kOtherDay = 4.0;       // the head of each page tells a day, and not the same
constexpr double kOtherPaper = 2.0;     // another size or orientation than the page before

// What speaks for going on.
constexpr double kLabelGoesOn = -6.0;  // "3(7)" after "2(7)"

std::set<std::string> words_of(const std::vector<std::string>& lines) {
  constexpr std::size_t kShortest = 4;  // bytes; a date or a number is no word
  std::set<std::string> words;
  for (const std::string& line : lines) {
    std::string word;
    for (const char c : to_lower(line) + ' ') {
      const bool letter = (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
      if (letter) {
        word += c;
        continue;
      }
      if (word.size() >= kShortest) words.insert(word);
      word.clear();
    }
  }
  return words;
}

bool differ_in_every_word(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  const std::set<std::string> of_a = words_of(a);
  const std::set<std::string> of_b = words_of(b);
  return !of_a.empty() && !of_b.empty() &&
         std::none_of(of_a.begin(), of_a.end(),
                      [&](const std::string& word) { return of_b.contains(word); });
}

std::set<std::string> days_in(const std::vector<std::string>& head, const RuleBook& rules) {
  std::set<std::string> days;
  for (const std::string& line : head) {
    for (const char* name : {"dates.iso", "dates.words"}) {
      for (const Match& match : rules.rule(name).matches(line)) {
        const Span span = match.span();
        const auto date = parse_date(std::string_view(line).substr(span.begin, span.size()));
        if (date && date->year > 0) days.insert(iso_of(*date));
      }
    }
  }
  return days;
}

/// The heads of minutes and memos tell their day on each page.
bool tell_other_days(const std::vector<std::string>& a, const std::vector<std::string>& b,
                     const RuleBook& rules) {
  const std::set<std::string> of_a = days_in(a, rules);
  const std::set<std::string> of_b = days_in(b, rules);
  return !of_a.empty() && !of_b.empty() &&
         std::none_of(of_a.begin(), of_a.end(),
                      [&](const std::string& day) { return of_b.contains(day); });
}

/// The kind that a head names as a label would; "Program" and "Rapport" may be a chapter's.
std::optional<DocumentKind> kind_in(const std::vector<std::string>& head, const RuleBook& rules) {
  for (const std::string& line : head) {
    const auto named = kind_named_in(line, rules);
    if (!named) continue;
    const auto label = kind_label_of(named->form, rules);
    if (label && label->opens) return named->kind;
  }
  return std::nullopt;
}

}  // namespace

double PageTurns::weight(std::size_t page, std::size_t first) const {
  constexpr double kAsWide = 20;  // points
  double sum = by_label(page, first) + by_head(page);
  if (std::abs(pages_[page - 1].width - pages_[page].width) > kAsWide) sum += kOtherPaper;
  return sum;
}

bool PageTurns::heads_minutes(std::size_t page) const {
  const auto kind = kind_in(furniture_[page].head, rules_);
  return kind == DocumentKind::protokoll || kind == DocumentKind::protokollsutdrag;
}

double PageTurns::by_label(std::size_t page, std::size_t first) const {
  const auto& label = furniture_[page].label;
  const auto& before = furniture_[page - 1].label;
  if (label && label->total > 0 && label->number == 1) return kLabelOne;
  if (label && before) {
    const bool next = label->number > before->number && label->total == before->total;
    if (next) return kLabelGoesOn;
    if (label->number < before->number) return kLabelRestarts;
  }
  // "3(3)" after "2(2)" is a total that was misread.
  const bool after = label && before && label->total > 0 && label->number == before->number + 1;
  const bool ended = before && before->total > 0 && before->number == before->total && !after;
  if (ended) return kLabelEnded;
  if (!label || label->number < 2) return 0;
  if (counts_on(page, first)) return kLabelGoesOn / 2;
  return label->total > 0 ? kLabelLeaps : 0;
}

/// Whether a label may be that of a further page of a paper that began on page `first`: an extract
/// is "7(9)" on its first page.
bool PageTurns::counts_on(std::size_t page, std::size_t first) const {
  const PageLabel& label = *furniture_[page].label;
  for (std::size_t p = page; p-- > first;) {
    const auto& before = furniture_[p].label;
    if (before && label.total == 0) return label.number > before->number;
    if (before) return label.number == before->number + static_cast<int>(page - p);
  }
  return label.number == static_cast<int>(page - first) + 1;
}

double PageTurns::by_head(std::size_t page) const {
  const auto& head = furniture_[page].head;
  const auto& before = furniture_[page - 1].head;
  if (head.empty()) return 0;
  if (before.empty()) return kLetterhead;
  const auto kind = kind_in(head, rules_);
  const auto kind_before = kind_in(before, rules_);
  if (kind && kind_before && kind != kind_before) return kOtherKind;
  if (tell_other_days(head, before, rules_)) return kOtherDay;
  return differ_in_every_word(head, before) ? kLetterhead : 0;
}

}  // namespace diarium
