#pragma once

#include "extractors/beslutssatser_clauses.h"
#include "extractors/bodies.h"
#include "extractors/extractor.h"

namespace diarium {

/// The clauses of decisions, proposed or taken: DOMAIN.md sections 5 and 6. Whether they are taken
/// is told by the kind of document, never by the words of a heading.
class Beslutssatser : public Extractor {
 public:
  explicit Beslutssatser(const RuleBook& rules);

  [[nodiscard]] std::string_view name() const override { return "beslutssatser"; }
  [[nodiscard]] int version() const override { return 11; }
  [[nodiscard]] std::vector<Finding> extract(const Document& document) const override;

 private:
  [[nodiscard]] Finding understood(const Document& document, const FoundClause& clause) const;
  void set_asked_body(Beslutssats& clause, const Document& document) const;

  const RuleBook& rules_;
  ClauseFinder finder_;
  const Rule& amount_;
  const Rule& own_part_;
  const Rule& asking_clause_;
  Bodies bodies_;
  const Rule& unit_;
};

}  // namespace diarium
