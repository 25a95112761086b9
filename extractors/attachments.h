#pragma once

#include <string_view>
#include <vector>

#include "extractors/extractor.h"
#include "extractors/rule_book.h"

namespace diarium {

/// What a document lists under Beslutsunderlag, without the numbers of the list.
class Attachments : public Extractor {
 public:
  explicit Attachments(const RuleBook& rules) : rules_(rules) {}
  [[nodiscard]] std::string_view name() const override { return "attachments"; }
  [[nodiscard]] int version() const override { return 4; }
  [[nodiscard]] std::vector<Finding> extract(const Document& document) const override;

 private:
  const RuleBook& rules_;
};

}  // namespace diarium
