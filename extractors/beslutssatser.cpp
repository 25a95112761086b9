#include "extractors/beslutssatser.h"

#include <algorithm>
#include <map>

#include "extractors/beslutssatser_kinds.h"
#include "extractors/beslutssatser_text.h"
#include "models/amount.h"
#include "models/unicode.h"

namespace diarium {
namespace {

/// The body that motions are put to where they don't say so.
constexpr std::string_view kCouncil = "Kommunfullmäktige";

/// Motions are put to the council alone, whatever other bodies they name.
std::string body_of_context(const Document& document) {
  const bool council = document.body.ends_with("fullmäktige");
  return document.kind == DocumentKind::motion && !council ? std::string(kCouncil) : document.body;
}

void set_decider(Beslutssats& clause, const Opener& opener, const std::string& subject,
                 const Document& document) {
  clause.decider = opener.decider;
  clause.via = opener.via;
  if (!subject.empty()) clause.decider = subject;
  if (clause.decider.empty()) clause.decider = body_of_context(document);
  if (clause.decider.empty() && !clause.via.empty()) clause.decider = clause.via.back();
  std::erase(clause.via, clause.decider);
}

/// What is to be added to a list is quoted with its bullet: "- I Almvik ska ingen frysa."
std::string without_bullet(std::string text) {
  return text.starts_with("- ") ? text.substr(2) : text;
}

}  // namespace

Beslutssatser::Beslutssatser(const RuleBook& rules)
    : finder_(rules),
      amount_(rules.rule("beslutssatser.amount")),
      own_part_(rules.rule("beslutssatser.own_part")) {}

Finding Beslutssatser::understood(const Document& document, const FoundClause& found) const {
  Beslutssats clause;
  clause.text = without_quotes(without_joiner(clean_text(document.text, found.span)));
  Span span = found.span;
  if (found.addition) {
    span.end = found.addition->end;
    clause.quoted_addition =
        without_bullet(without_quotes(clean_text(document.text, *found.addition)));
  }
  clause.verbatim = document.text.slice(span);
  clause.status = status_of(document.kind, found.opener);
  ClauseMeaning meaning = finder_.verbs().meaning_of(clause.text);
  set_decider(clause, found.opener, meaning.subject, document);
  clause.actions = std::move(meaning.actions);
  clause.clause_class = std::move(meaning.clause_class);
  clause.scope = found.opener.scope;
  if (const auto scope = own_part_.first(clause.text)) clause.scope = to_lower((*scope)["scope"]);
  std::vector<std::string> issues;
  for (const Match& match : amount_.matches(clause.text)) {
    clause.amounts.emplace_back(match["amount"]);
    const std::optional<Amount> amount = parse_amount(match["amount"]);
    if (amount && amount->comma_thousands) issues.emplace_back("comma_thousands");
  }
  return {.record = std::move(clause),
          .span = span,
          .rule = found.rule,
          .confidence = found.confidence,
          .issues = std::move(issues)};
}

std::vector<Finding> Beslutssatser::extract(const Document& document) const {
  std::vector<Finding> findings;
  std::map<std::string, int> counts;  // by § in minutes; all else is one
  for (const FoundClause& found : finder_.clauses_of(document)) {
    Finding finding = understood(document, found);
    auto& clause = std::get<Beslutssats>(finding.record);
    if (clause.text.empty()) continue;  // all of it was struck
    // The clauses of one paper are put to one body; sometimes only the first of them names it.
    if (clause.decider.empty() && !findings.empty()) {
      clause.decider = std::get<Beslutssats>(findings.back().record).decider;
    }
    clause.n = ++counts[is_minutes(document.kind) ? found.item : std::string()];
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace diarium
