#pragma once

#include <string_view>
#include <vector>

#include "extractors/extractor.h"
#include "extractors/rule_book.h"

namespace diarium {

/// Flowcharts: the boxes with their texts, what leads where, and the chart as Mermaid text. Issue
/// `unnamed_box` where a box holds no text and no name stands beside it.
class Flowcharts : public Extractor {
 public:
  explicit Flowcharts(const RuleBook& rules) : rules_(rules) {}
  [[nodiscard]] std::string_view name() const override { return "flowcharts"; }
  [[nodiscard]] int version() const override { return 1; }
  [[nodiscard]] std::vector<Finding> extract(const Document& document) const override;

 private:
  const RuleBook& rules_;
};

}  // namespace diarium
