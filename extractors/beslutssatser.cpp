#include "extractors/beslutssatser.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "extractors/beslutssatser_kinds.h"
#include "extractors/beslutssatser_text.h"
#include "extractors/bodies.h"
#include "models/amount.h"
#include "models/date.h"
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
  clause.decider = body_in_context(clause.decider, document.body);
  for (std::string& body : clause.via) body = body_in_context(body, document.body);
  std::erase(clause.via, clause.decider);
}

/// What is to be added to a list is quoted with its bullet: "- I Almvik ska ingen frysa."
std::string without_bullet(std::string text) {
  return text.starts_with("- ") ? text.substr(2) : text;
}

/// "2021/2024", "2019-01/2019-04", "2019-01-01/2019-04-30" of periods as they are printed.
std::vector<std::string> periods_in(std::string_view text, const RuleBook& rules) {
  std::vector<std::string> periods;
  const auto add = [&periods](std::string_view from, std::string_view to) {
    const std::optional<Date> begin = parse_date(from);
    const std::optional<Date> end = parse_date(to);
    if (!begin || !end) return;
    if (iso_of(*begin) < iso_of(*end))
      periods.push_back(fmt::format("{}/{}", iso_of(*begin), iso_of(*end)));
  };
  for (const Match& match : rules.rule("beslutssatser.years").matches(text)) {
    if (match["from"] < match["to"])
      periods.push_back(fmt::format("{}/{}", match["from"], match["to"]));
  }
  for (const Match& match : rules.rule("beslutssatser.months").matches(text)) {
    add(fmt::format("{} {}", match["from"], match["year"]),
        fmt::format("{} {}", match["to"], match["year"]));
  }
  for (const Match& match : rules.rule("beslutssatser.days").matches(text)) {
    // "1 januari–31 december 2024": one year for both.
    const bool shared = parse_date(match["from"]).value_or(Date{}).year == 0;
    add(shared ? fmt::format("{} {}", match["from"], match["year"]) : std::string(match["from"]),
        match["to"]);
  }
  return periods;
}

}  // namespace

Beslutssatser::Beslutssatser(const RuleBook& rules)
    : rules_(rules),
      finder_(rules),
      amount_(rules.rule("beslutssatser.amount")),
      own_part_(rules.rule("beslutssatser.own_part")),
      asking_clause_(rules.rule("beslutssatser.asking_clause")),
      bodies_(rules),
      unit_(rules.rule("footnotes.unit")) {}

Finding Beslutssatser::understood(const Document& document, const FoundClause& found) const {
  Beslutssats clause;
  clause.text = without_quotes(without_joiner(clean_text(document.text, found.span, unit_)));
  Span span = found.span;
  if (found.addition) {
    span.end = found.addition->end;
    clause.quoted_addition =
        without_bullet(without_quotes(clean_text(document.text, *found.addition, unit_)));
  }
  clause.verbatim = document.text.slice(span);
  clause.status = status_of(document.kind, found.opener);
  ClauseMeaning meaning = finder_.verbs().meaning_of(clause.text);
  set_decider(clause, found.opener, meaning.subject, document);
  set_asked_body(clause, document);
  clause.actions = std::move(meaning.actions);
  clause.clause_class = std::move(meaning.clause_class);
  clause.scope = found.opener.scope;
  if (const auto scope = own_part_.first(clause.text)) clause.scope = to_lower((*scope)["scope"]);
  clause.periods = periods_in(clause.text, rules_);
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

/// "att föreslå kommunfullmäktige att anta planen": whoever resolves so leaves it to another body.
void Beslutssatser::set_asked_body(Beslutssats& clause, const Document& document) const {
  const auto asking = asking_clause_.first(clause.text);
  if (!asking) return;
  const std::optional<std::string> asked = bodies_.basic_form((*asking)["b1"]);
  if (!asked) return;
  const std::string body = body_in_context(*asked, document.body);
  if (body == clause.decider) return;
  if (!clause.decider.empty()) clause.via.push_back(clause.decider);
  std::erase(clause.via, body);
  clause.decider = body;
  if (clause.status == DecisionStatus::decided) clause.status = DecisionStatus::recommended;
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
