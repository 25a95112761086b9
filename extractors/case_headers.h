#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractors/extractor.h"
#include "extractors/rule_book.h"
#include "models/document.h"
#include "models/span.h"

namespace diarium {

/// A case number and where it stands in the text, without its label.
struct FoundCaseNumber {
  CaseNumber number;
  Span span;              ///< bytes of the searched text
  std::string rule;       ///< "case_headers.unit_year_dash"
  double confidence = 1;  ///< 0..1
};

/// All case numbers of a text, in order: "Dnr ALN 2019-00070 1.2.4.1", "KS/2021:123", "2011/KS 0206
/// 001" and their relatives. Dates, laws and telephone numbers are none.
std::vector<FoundCaseNumber> parse_case_numbers(std::string_view text, const RuleBook& rules);

/// Every case number of a document, as references of kind "case_number".
class CaseHeaders : public Extractor {
 public:
  explicit CaseHeaders(const RuleBook& rules) : rules_(rules) {}
  [[nodiscard]] std::string_view name() const override { return "case_headers"; }
  [[nodiscard]] int version() const override { return 4; }
  [[nodiscard]] std::vector<Finding> extract(const Document& document) const override;

 private:
  const RuleBook& rules_;
};

}  // namespace diarium
