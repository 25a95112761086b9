#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extractors/beslutssatser_actions.h"
#include "extractors/beslutssatser_openers.h"
#include "extractors/rule_book.h"
#include "models/document.h"

namespace diarium {

/// A clause as it stands in a document, before it is understood.
struct FoundClause {
  Span span;                     ///< bytes of Document::text, without an addition
  std::optional<Span> addition;  ///< quoted text that the clause adds
  Opener opener;                 ///< what announced it
  std::string item;              ///< "§ 42" in minutes
  std::string rule;              ///< what made it a clause of its own
  double confidence = 1.0;
};

/// Finds the clauses of a document, DOMAIN.md sections 5.1 to 5.4: under headings of decisions,
/// behind openers in running text, behind labels. Refers to the rules, which must outlive it.
class ClauseFinder {
 public:
  explicit ClauseFinder(const RuleBook& rules);

  /// In reading order.
  [[nodiscard]] std::vector<FoundClause> clauses_of(const Document& document) const;
  [[nodiscard]] const ClauseVerbs& verbs() const { return verbs_; }

 private:
  class Reading;

  const RuleBook& rules_;
  DecisionOpeners openers_;
  ClauseVerbs verbs_;
};

}  // namespace diarium
