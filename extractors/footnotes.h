#pragma once

#include <string_view>
#include <vector>

#include "extractors/extractor.h"
#include "extractors/rule_book.h"

namespace diarium {

/// Notes, each joined by its number to the word and the sentence that it hangs on. Issues:
/// `unmatched_note` for a note that no word leads to, `unmatched_marker` for a raised figure
/// without a note in a document that has notes.
class Footnotes : public Extractor {
 public:
  explicit Footnotes(const RuleBook& rules) : rules_(rules) {}
  [[nodiscard]] std::string_view name() const override { return "footnotes"; }
  [[nodiscard]] int version() const override { return 1; }
  [[nodiscard]] std::vector<Finding> extract(const Document& document) const override;

 private:
  const RuleBook& rules_;
};

}  // namespace diarium
