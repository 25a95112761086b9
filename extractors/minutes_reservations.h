#pragma once

#include <string_view>
#include <vector>

#include "extractors/extractor.h"
#include "extractors/rule_book.h"

namespace diarium {

/// Who reserved themselves against a decision, by its §. Only in minutes.
class MinutesReservations : public Extractor {
 public:
  explicit MinutesReservations(const RuleBook& rules) : rules_(rules) {}
  [[nodiscard]] std::string_view name() const override { return "minutes_reservations"; }
  [[nodiscard]] int version() const override { return 3; }
  [[nodiscard]] std::vector<Finding> extract(const Document& document) const override;

 private:
  const RuleBook& rules_;
};

}  // namespace diarium
