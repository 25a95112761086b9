#pragma once

#include <string_view>
#include <vector>

#include "extractors/extractor.h"
#include "extractors/rule_book.h"

namespace diarium {

/// What a document refers to, case numbers aside: laws ("law": acts, regulations, acts of the EU),
/// public inquiries and bills ("sou"), decisions of others ("decision"), §§ of minutes
/// ("paragraph"), property
/// ("property"), classes of the records plan ("classification"). Issue `repealed_at_date`: the act
/// was repealed when the document was written.
class References : public Extractor {
 public:
  explicit References(const RuleBook& rules) : rules_(rules) {}
  [[nodiscard]] std::string_view name() const override { return "references"; }
  [[nodiscard]] int version() const override { return 3; }
  [[nodiscard]] std::vector<Finding> extract(const Document& document) const override;

 private:
  const RuleBook& rules_;
};

}  // namespace diarium
