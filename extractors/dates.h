#pragma once

#include <string_view>
#include <vector>

#include "extractors/extractor.h"
#include "extractors/rule_book.h"

namespace diarium {

/// Every full date of a document, and every day without a year ("den 9 november", year 0).
/// Issues: `invalid_date` for a day that the calendar lacks, `weekday_mismatch` for "måndagen den
/// 11 juni 2019".
class Dates : public Extractor {
 public:
  explicit Dates(const RuleBook& rules) : rules_(rules) {}
  [[nodiscard]] std::string_view name() const override { return "dates"; }
  [[nodiscard]] int version() const override { return 3; }
  [[nodiscard]] std::vector<Finding> extract(const Document& document) const override;

 private:
  const RuleBook& rules_;
};

}  // namespace diarium
