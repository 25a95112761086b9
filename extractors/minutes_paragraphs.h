#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractors/extractor.h"
#include "extractors/rule_book.h"

namespace diarium {

/// A § of minutes: what its heading says and where it stands.
struct MinutesHeading {
  MinutesParagraph paragraph;
  Span span;  ///< bytes of Document::text: the heading, with the lines that give title and case
              ///< number
  double confidence = 1.0;          ///< of its rule; less where its number was set right
  std::vector<std::string> issues;  ///< "number_repaired", "number_missing"
};

/// The headings of all §§ of minutes, in order; none in any other kind of document. The title may
/// stand behind the number, or below it with or without the case number between. On a scan a number
/// that breaks the order is set right where one fits, see running_numbers.h.
std::vector<MinutesHeading> minutes_headings(const Document& document, const RuleBook& rules);

/// The §§ of minutes as records.
class MinutesParagraphs : public Extractor {
 public:
  explicit MinutesParagraphs(const RuleBook& rules) : rules_(rules) {}
  [[nodiscard]] std::string_view name() const override { return "minutes_paragraphs"; }
  [[nodiscard]] int version() const override { return 6; }
  [[nodiscard]] std::vector<Finding> extract(const Document& document) const override;

 private:
  const RuleBook& rules_;
};

}  // namespace diarium
