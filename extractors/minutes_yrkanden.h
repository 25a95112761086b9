#pragma once

#include <string_view>
#include <vector>

#include "extractors/extractor.h"
#include "extractors/rule_book.h"

namespace diarium {

/// Who moved what, by the § that it stands under. Only in minutes.
class MinutesYrkanden : public Extractor {
 public:
  explicit MinutesYrkanden(const RuleBook& rules) : rules_(rules) {}
  [[nodiscard]] std::string_view name() const override { return "minutes_yrkanden"; }
  [[nodiscard]] int version() const override { return 4; }
  [[nodiscard]] std::vector<Finding> extract(const Document& document) const override;

 private:
  const RuleBook& rules_;
};

}  // namespace diarium
