#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/bodies.h"
#include "extractors/rule_book.h"
#include "models/span.h"

namespace diarium {

/// Words that announce a decision and say who is to decide.
struct Opener {
  std::string decider;           ///< empty where none is named: the body of the context
  std::vector<std::string> via;  ///< bodies that pass the matter on
  std::string scope;             ///< "för egen del"
  std::string rule;
  double confidence = 1.0;
  bool proposal = false;       ///< its words say that nothing is decided yet
  bool names_subject = false;  ///< "Nämnden beslutar": the opener is the subject of its clause
  Span span;                   ///< of the opener in the text
  std::size_t clause = 0;      ///< where the clause begins: at its "att" or behind the opener
};

/// Reads openers of decisions, DOMAIN.md section 5.1. Refers to the rules, which must outlive it.
class DecisionOpeners {
 public:
  explicit DecisionOpeners(const RuleBook& rules);

  /// A heading of a decision: "Socialnämndens beslut", "Kommunstyrelsens förslag till
  /// kommunfullmäktige".
  [[nodiscard]] std::optional<Opener> in_heading(std::string_view heading) const;
  /// An opener that proposes: "föreslås Kommunstyrelsen besluta:", "yrkar att kommunfullmäktige
  /// beslutar att".
  [[nodiscard]] std::optional<Opener> proposing(std::string_view text) const;
  /// "Kommunfullmäktige beslutar att", "Socialnämnden beslutar:".
  [[nodiscard]] std::optional<Opener> deciding(std::string_view text) const;
  /// "Efter votering beslutar kommunfullmäktige att", amid a sentence of minutes.
  [[nodiscard]] std::optional<Opener> deciding_behind(std::string_view text) const;
  /// "Jag yrkar att", "Vi föreslår därför:".
  [[nodiscard]] std::optional<Opener> moving(std::string_view text) const;
  /// "Att:", "En till beslutssats:".
  [[nodiscard]] std::optional<Opener> label(std::string_view text) const;

 private:
  [[nodiscard]] std::optional<Opener> read(const Rule& rule, std::string_view text) const;

  const RuleBook& rules_;
  Bodies bodies_;
};

}  // namespace diarium
