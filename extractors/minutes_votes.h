#pragma once

#include <string_view>
#include <vector>

#include "extractors/extractor.h"
#include "extractors/rule_book.h"

namespace diarium {

/// Counted votes and acclamations, by their §. Issue `count_conflict`: names and statedn/// counts
/// disagree. Only in minutes.
class MinutesVotes : public Extractor {
 public:
  explicit MinutesVotes(const RuleBook& rules) : rules_(rules) {}
  [[nodiscard]] std::string_view name() const override { return "minutes_votes"; }
  [[nodiscard]] int version() const override { return 1; }
  [[nodiscard]] std::vector<Finding> extract(const Document& document) const override;

 private:
  const RuleBook& rules_;
};

}  // namespace diarium
