#pragma once

#include <string_view>
#include <vector>

#include "extractors/extractor.h"
#include "extractors/rule_book.h"

namespace diarium {

/// Counted votes and acclamations, by their §, with the voting lists of their tables. An
/// acclamation after which a vote was asked for is none. Issue `count_conflict`: names and stated
/// counts disagree. Only in minutes and voting lists.
class MinutesVotes : public Extractor {
 public:
  explicit MinutesVotes(const RuleBook& rules) : rules_(rules) {}
  [[nodiscard]] std::string_view name() const override { return "minutes_votes"; }
  [[nodiscard]] int version() const override { return 8; }
  [[nodiscard]] std::vector<Finding> extract(const Document& document) const override;

 private:
  const RuleBook& rules_;
};

}  // namespace diarium
