#pragma once

#include "extractors/extractor.h"
#include "extractors/rule_book.h"

namespace diarium {

inline constexpr std::string_view kPersonalNumberIssue = "personal_identity_number";

/// Where a document prints personal identity numbers: references of the kind
/// "personal_identity_number", each an issue of that name. What leaves the archive masks them.
class PersonalNumbers final : public Extractor {
 public:
  explicit PersonalNumbers(const RuleBook& rules);
  [[nodiscard]] std::string_view name() const override { return "personal_numbers"; }
  [[nodiscard]] int version() const override { return 1; }
  [[nodiscard]] std::vector<Finding> extract(const Document& document) const override;

 private:
  const Rule& rule_;
};

}  // namespace diarium
