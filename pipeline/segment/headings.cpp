#include "pipeline/segment/headings.h"

#include <algorithm>
#include <vector>

#include "models/unicode.h"

namespace diarium {
namespace {

// A heading of more is a sentence. Bytes.
constexpr std::size_t kLongestHeading = 160;
// An opening clause stands near the end of its paragraph. Bytes.
constexpr std::size_t kLongestOpener = 400;
// Letter-spaced words fall into pieces of at most so many letters.
constexpr std::size_t kSpacedPiece = 3;
constexpr std::size_t kSpacedPieces = 3;

std::optional<SectionKind> section_named(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(SectionKind::other); ++i) {
    if (name_of(static_cast<SectionKind>(i)) == name) return static_cast<SectionKind>(i);
  }
  return std::nullopt;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t blank = std::min(text.find(' '), text.size());
    if (blank > 0) words.push_back(text.substr(0, blank));
    text.remove_prefix(std::min(blank + 1, text.size()));
  }
  return words;
}

/// "2.1 Bakgrund" -> "Bakgrund"; "1999 års plan" stays.
std::string_view without_number(std::string_view heading) {
  std::size_t end = 0;
  while (end < heading.size() && end < 8 &&
         (heading[end] == '.' || (heading[end] >= '0' && heading[end] <= '9'))) {
    ++end;
  }
  const bool numbered = end > 0 && end < heading.size() && heading[end] == ' ' && end < 4;
  const bool dotted =
      numbered || (end > 0 && heading.substr(0, end).find('.') != std::string::npos);
  return dotted ? trim(heading.substr(end)) : heading;
}

std::string_view without_colon(std::string_view heading) {
  heading = trim(heading);
  while (heading.ends_with(':') || heading.ends_with('.')) heading.remove_suffix(1);
  return trim(heading);
}

}  // namespace

std::optional<std::string> without_letter_spacing(std::string_view text) {
  const std::string squeezed = squeeze_blanks(text);
  const std::vector<std::string_view> words = words_of(squeezed);
  if (words.size() < kSpacedPieces) return std::nullopt;
  std::string joined;
  for (const std::string_view word : words) {
    if (code_points(word).size() > kSpacedPiece) return std::nullopt;
    joined += word;
  }
  return joined;
}

std::optional<SectionKind> Headings::looked_up(std::string_view heading) const {
  const Term* term = rules_.find("headings", heading);
  if (term == nullptr) return std::nullopt;
  const auto field = term->fields.find("section");
  return field == term->fields.end() ? std::nullopt : section_named(field->second);
}

std::optional<SectionKind> Headings::section_of(std::string_view heading) const {
  if (heading.size() > kLongestHeading) return std::nullopt;
  const std::string line = squeeze_blanks(heading);
  const std::string_view bare = without_colon(without_number(line));
  if (const auto section = looked_up(bare)) return section;
  if (const auto spaced = without_letter_spacing(bare)) {
    for (const Term& term : rules_.vocabulary("headings")) {
      for (const std::string& form : term.forms) {
        std::string joined = to_lower(form);
        std::erase(joined, ' ');
        if (joined == to_lower(*spaced)) return looked_up(term.name);
      }
    }
  }
  if (rules_.rule("headings.agenda_columns").whole(line)) return SectionKind::agenda;
  if (rules_.rule("headings.body_decision").whole(line) ||
      rules_.rule("headings.body_proposal").whole(line) ||
      rules_.rule("headings.own_proposal").whole(line)) {
    return SectionKind::decision;
  }
  return std::nullopt;
}

std::optional<MinutesHeader> Headings::minutes_header(std::string_view line) const {
  const auto match = rules_.rule("headings.minutes_paragraph").whole(line);
  if (!match) return std::nullopt;
  std::string item = "§ " + std::string((*match)["number"]) + to_lower((*match)["suffix"]);
  return MinutesHeader{std::move(item), std::string((*match)["unit"]),
                       std::string(trim((*match)["rest"]))};
}

bool Headings::next_minutes_header(std::string_view line, std::string_view item) const {
  const auto match = rules_.rule("headings.minutes_paragraph").whole(line);
  const auto last = rules_.rule("headings.minutes_paragraph").whole(item);
  return match && last && number_in((*match)["number"]) == number_in((*last)["number"]) + 1;
}

std::optional<MinutesHeader> Headings::misread_minutes_header(std::string_view heading,
                                                              std::string_view item) const {
  const auto match = rules_.rule("headings.minutes_paragraph_misread").whole(heading);
  const auto last = rules_.rule("headings.minutes_paragraph").whole(item);
  if (!match || !last || number_in((*match)["number"]) != number_in((*last)["number"]) + 1) {
    return std::nullopt;
  }
  return MinutesHeader{"§ " + std::string((*match)["number"]), "",
                       std::string(trim((*match)["rest"]))};
}

std::optional<Span> Headings::decision_opener(std::string_view paragraph) const {
  const std::size_t skipped =
      paragraph.size() > kLongestOpener ? paragraph.size() - kLongestOpener : 0;
  std::string_view tail = paragraph.substr(skipped);
  // A cut through a letter would not be UTF-8.
  std::size_t broken = 0;
  while (!tail.empty() && (static_cast<unsigned char>(tail.front()) & 0xC0) == 0x80) {
    tail.remove_prefix(1);
    ++broken;
  }
  for (const char* name :
       {"headings.proposed", "headings.body_asks", "headings.body_proposes",
        "headings.body_decides", "headings.own_part_decided", "headings.member_moves"}) {
    const auto match = rules_.rule(name).first(trim(tail));
    if (!match) continue;
    const Span opener = match->span_of("opener");
    const std::size_t begin = skipped + broken + opener.begin;
    return Span{begin, begin + opener.size()};
  }
  if (skipped == 0) {
    if (const auto match = rules_.rule("headings.clause_label").first(paragraph)) {
      return match->span_of("opener");
    }
  }
  return std::nullopt;
}

}  // namespace diarium
