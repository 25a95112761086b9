#pragma once

#include <string_view>
#include <vector>

#include "extractors/extractor.h"
#include "extractors/rule_book.h"

namespace diarium {

/// Every sum of money of a document, in whole kronor. Issue `comma_thousands`: "245,000 kr" was
/// read as thousands, as whole kronor have no three decimals.
class Amounts : public Extractor {
 public:
  explicit Amounts(const RuleBook& rules) : rules_(rules) {}
  [[nodiscard]] std::string_view name() const override { return "amounts"; }
  [[nodiscard]] int version() const override { return 1; }
  [[nodiscard]] std::vector<Finding> extract(const Document& document) const override;

 private:
  const RuleBook& rules_;
};

}  // namespace diarium
