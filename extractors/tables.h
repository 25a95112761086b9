#pragma once

#include <string_view>
#include <vector>

#include "extractors/extractor.h"
#include "extractors/rule_book.h"

namespace diarium {

/// Tables with the numbers and units of their cells, and with sums checked. Issues:
/// `total_mismatch` for a total that its rows don't add up to, `total_row_shift` for totals that
/// stand one column to the right, `caption_total_mismatch` for a caption that names another amount
/// than the total row.
class Tables : public Extractor {
 public:
  explicit Tables(const RuleBook& rules) : rules_(rules) {}
  [[nodiscard]] std::string_view name() const override { return "tables"; }
  [[nodiscard]] int version() const override { return 2; }
  [[nodiscard]] std::vector<Finding> extract(const Document& document) const override;

 private:
  const RuleBook& rules_;
};

}  // namespace diarium
