#pragma once

#include <vector>

#include "extractors/extractor.h"
#include "extractors/rule_book.h"
#include "extractors/signatures_grammar.h"

namespace diarium {

/// Who signs, attests or handles a document: DOMAIN.md section 9. Each name is a finding of its
/// own.
class Signatures : public Extractor {
 public:
  explicit Signatures(const RuleBook& rules) : rules_(rules), grammar_(rules) {}

  [[nodiscard]] std::string_view name() const override { return "signatures"; }
  [[nodiscard]] int version() const override { return 8; }
  [[nodiscard]] std::vector<Finding> extract(const Document& document) const override;

 private:
  class Block;
  [[nodiscard]] std::vector<Finding> names_on_form(const Document& document) const;
  [[nodiscard]] std::vector<Finding> contacts_in(const Document& document) const;

  const RuleBook& rules_;
  SignatureGrammar grammar_;
};

}  // namespace diarium
