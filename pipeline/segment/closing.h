#pragma once

#include <string_view>
#include <vector>

#include "extractors/names.h"
#include "extractors/rule_book.h"
#include "pipeline/segment/passage.h"

namespace diarium {

/// What a line of a signature block is, by its words alone.
enum class ClosingLine {
  none,
  name,             ///< "Eva Ek", "Eva Ek och Nils Löw"
  name_with_party,  ///< "Eva Ek (S)"
  role,    ///< "Ordförande", "Socialnämndens ordförande", "(m)", "Ledamot, kommunstyrelsen"
  group,   ///< "För Centerpartiet i Kommunstyrelsen", "Moderaterna"
  dated,   ///< "Almvik 2024-06-11"
  phrase,  ///< "Med vänliga hälsningar"
};

/// Tells the lines that close a document. Refers to the rules, which must outlive it.
class ClosingLines {
 public:
  explicit ClosingLines(const RuleBook& rules) : rules_(rules), names_(rules) {}
  [[nodiscard]] ClosingLine kind_of(std::string_view line) const;

 private:
  [[nodiscard]] bool is_role(std::string_view line) const;

  const RuleBook& rules_;
  PersonNames names_;
};

/// Marks signature blocks (ParagraphKind::signature), cutting them out of the passages that layout
/// put them in. A block has a name with its party, or a name with its role, date or group: a
/// name alone is none.
void mark_signatures(std::vector<Passage>& passages, const std::vector<Page>& pages,
                     const RuleBook& rules);

}  // namespace diarium
