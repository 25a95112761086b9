#include "extractors/personal_numbers.h"

#include <string>

#include "models/personal_number.h"

namespace diarium {

PersonalNumbers::PersonalNumbers(const RuleBook& rules)
    : rule_(rules.rule("personal_numbers.printed")) {}

std::vector<Finding> PersonalNumbers::extract(const Document& document) const {
  std::vector<Finding> findings;
  for (const Span& span : personal_numbers_in(document.text.view())) {
    findings.push_back({.record = Reference{.reference_kind = std::string(kPersonalNumberIssue),
                                            .raw = std::string(document.text.slice(span)),
                                            .normal = {}},
                        .span = span,
                        .rule = rule_.name(),
                        .confidence = rule_.confidence(),
                        .issues = {std::string(kPersonalNumberIssue)}});
  }
  return findings;
}

}  // namespace diarium
