#include "extractors/beslutssatser_openers.h"

#include <algorithm>
#include <array>

#include "models/unicode.h"

namespace diarium {
namespace {

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(std::min(at, text.size()));
  const std::string_view trimmed = trim(rest);
  return trimmed.empty() ? text.size() : static_cast<std::size_t>(trimmed.data() - text.data());
}

std::size_t clause_start(const Match& match, std::string_view text) {
  for (const std::string_view group : {"att", "att2"}) {
    const Span att = match.span_of(group);
    if (!att.empty()) return att.begin;
  }
  return skip_blanks(text, match.span().end);
}

}  // namespace

DecisionOpeners::DecisionOpeners(const RuleBook& rules) : rules_(rules), bodies_(rules) {}

std::optional<Opener> DecisionOpeners::read(const Rule& rule, std::string_view text) const {
  const std::optional<Match> match = rule.first(text);
  if (!match) return std::nullopt;
  const std::string_view scope = (*match)["scope"];
  Opener opener{.scope = std::string(scope.empty() ? (*match)["own"] : scope),
                .rule = rule.name(),
                .confidence = rule.confidence(),
                .span = match->span(),
                .clause = clause_start(*match, text)};
  std::vector<std::string> chain;
  bool generic_last = false;
  for (const std::string_view group : {"b1", "b2", "b3"}) {
    const std::string_view printed = (*match)[group];
    if (printed.empty()) continue;
    std::optional<std::string> body = bodies_.basic_form(printed);
    const Term* term = rules_.find("bodies", printed);
    if (!body && term != nullptr && term->fields.at("kind") == "authority") return std::nullopt;
    generic_last = !body;
    if (body) chain.push_back(*std::move(body));
  }
  if (!chain.empty() && !generic_last) {
    opener.decider = chain.back();
    chain.pop_back();
  }
  opener.via = std::move(chain);
  return opener;
}

std::optional<Opener> DecisionOpeners::in_heading(std::string_view heading) const {
  constexpr std::array<std::pair<std::string_view, bool>, 5> kRules{
      {{"beslutssatser.genitive_heading", false},
       {"beslutssatser.proposal_to_body_heading", true},
       {"beslutssatser.proposal_heading_to", true},
       {"beslutssatser.proposal_heading", true},
       {"beslutssatser.bare_heading", false}}};
  const std::string_view text = trim(heading);
  for (const auto& [name, proposal] : kRules) {
    const Rule& rule = rules_.rule(name);
    std::optional<Opener> opener = read(rule, text);
    if (!opener) continue;
    opener->proposal = proposal;
    if (const auto owner = bodies_.basic_form((*rule.first(text))["owner"])) opener->via = {*owner};
    return opener;
  }
  return std::nullopt;
}

std::optional<Opener> DecisionOpeners::proposing(std::string_view text) const {
  for (const std::string_view name :
       {"beslutssatser.suggested", "beslutssatser.asks", "beslutssatser.suggests",
        "beslutssatser.suggests_list", "beslutssatser.asks_list", "beslutssatser.supports"}) {
    if (std::optional<Opener> opener = read(rules_.rule(name), text)) {
      opener->proposal = true;
      return opener;
    }
  }
  return std::nullopt;
}

std::optional<Opener> DecisionOpeners::deciding(std::string_view text) const {
  for (const std::string_view name :
       {"beslutssatser.own_part_decided", "beslutssatser.decides", "beslutssatser.settles"}) {
    std::optional<Opener> opener = read(rules_.rule(name), text);
    if (!opener) continue;
    opener->names_subject = name != "beslutssatser.own_part_decided";
    if (name == "beslutssatser.settles") opener->clause = 0;
    return opener;
  }
  return std::nullopt;
}

std::optional<Opener> DecisionOpeners::deciding_behind(std::string_view text) const {
  return read(rules_.rule("beslutssatser.decides_behind"), text);
}

std::optional<Opener> DecisionOpeners::moving(std::string_view text) const {
  std::optional<Opener> opener = read(rules_.rule("beslutssatser.moves"), text);
  if (opener) opener->proposal = true;
  return opener;
}

std::optional<Opener> DecisionOpeners::label(std::string_view text) const {
  std::optional<Opener> opener = read(rules_.rule("beslutssatser.label"), text);
  if (opener) opener->proposal = true;
  return opener;
}

}  // namespace diarium
