#pragma once

#include <string_view>
#include <vector>

#include "extractors/extractor.h"
#include "extractors/rule_book.h"

namespace diarium {

/// Who took part in a meeting, by the heading that they stand under. Only in minutes.
class MinutesAttendance : public Extractor {
 public:
  explicit MinutesAttendance(const RuleBook& rules) : rules_(rules) {}
  [[nodiscard]] std::string_view name() const override { return "minutes_attendance"; }
  [[nodiscard]] int version() const override { return 5; }
  [[nodiscard]] std::vector<Finding> extract(const Document& document) const override;

 private:
  const RuleBook& rules_;
};

}  // namespace diarium
