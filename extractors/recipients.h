#pragma once

#include <string_view>
#include <vector>

#include "extractors/extractor.h"
#include "extractors/rule_book.h"

namespace diarium {

/// To whom a decision is sent, from the list under Beslutet expedieras till. "Ingen" gives one
/// record that says so; a document without such a list gives none.
class Recipients : public Extractor {
 public:
  explicit Recipients(const RuleBook& rules) : rules_(rules) {}
  [[nodiscard]] std::string_view name() const override { return "recipients"; }
  [[nodiscard]] int version() const override { return 5; }
  [[nodiscard]] std::vector<Finding> extract(const Document& document) const override;

 private:
  const RuleBook& rules_;
};

}  // namespace diarium
