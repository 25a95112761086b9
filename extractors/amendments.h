#pragma once

#include <string_view>
#include <vector>

#include "extractors/extractor.h"
#include "extractors/rule_book.h"

namespace diarium {

/// What an amended copy strikes (struck words), adds (bold or underlined words of a copy that
/// strikes, or of an alternative proposal) and replaces (added words right behind struck ones), and
/// what an amending proposal changes at a named place of another document.
class Amendments : public Extractor {
 public:
  explicit Amendments(const RuleBook& rules) : rules_(rules) {}
  [[nodiscard]] std::string_view name() const override { return "amendments"; }
  [[nodiscard]] int version() const override { return 8; }
  [[nodiscard]] std::vector<Finding> extract(const Document& document) const override;

 private:
  const RuleBook& rules_;
};

}  // namespace diarium
