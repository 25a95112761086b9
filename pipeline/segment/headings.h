#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "extractors/rule_book.h"
#include "models/document.h"
#include "models/span.h"

namespace diarium {

/// "PRO T OK OL L" -> "PROTOKOLL": without its blanks, where a text is set letter-spaced.
/// Nothing for any other text.
std::optional<std::string> without_letter_spacing(std::string_view text);

/// A § of minutes by its header: "KS § 42 Dnr ..." -> {"§ 42", "KS", "Dnr ..."}.
struct MinutesHeader {
  std::string item;
  std::string unit;  ///< empty where none is printed
  std::string rest;  ///< what else stands on the line, trimmed
};

/// Knows headings by their words. Refers to the rules, which must outlive it.
class Headings {
 public:
  explicit Headings(const RuleBook& rules) : rules_(rules) {}

  /// What stands under a heading of these words: "2.1 BAKGRUND:", "Socialnämndens beslut".
  /// Nothing for other words, which may be a heading nevertheless.
  [[nodiscard]] std::optional<SectionKind> section_of(std::string_view heading) const;
  /// The § that a line opens. Nothing for a § within a sentence.
  [[nodiscard]] std::optional<MinutesHeader> minutes_header(std::string_view line) const;
  /// Whether a line opens the § after `item`: "§ 62 Taxa" after "§ 61".
  [[nodiscard]] bool next_minutes_header(std::string_view line, std::string_view item) const;
  /// The § after `item` ("§ 61") that a heading opens, its sign misread: "8 62 Taxa".
  [[nodiscard]] std::optional<MinutesHeader> misread_minutes_header(std::string_view heading,
                                                                    std::string_view item) const;
  /// The bytes of a paragraph that open a decision: "Med anledning av ovanstående föreslås
  /// Kommunstyrelsen besluta:" at its end, "Att:" at its beginning. Nothing where none does.
  [[nodiscard]] std::optional<Span> decision_opener(std::string_view paragraph) const;

 private:
  [[nodiscard]] std::optional<SectionKind> looked_up(std::string_view heading) const;

  const RuleBook& rules_;
};

}  // namespace diarium
