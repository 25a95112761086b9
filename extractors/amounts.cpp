#include "extractors/amounts.h"

#include <algorithm>
#include <optional>
#include <string>

#include "extractors/sections.h"
#include "models/amount.h"
#include "models/unicode.h"

namespace diarium {
namespace {

/// The amount of a match; a prefixed one is read with its unit behind it.
std::optional<Amount> amount_of(const Match& match) {
  const std::string_view prefixed = match["number"];
  if (!prefixed.empty()) return parse_amount(std::string(prefixed) + " SEK");
  return parse_amount(match["amount"]);
}

Span span_of(const Match& match) {
  return match["number"].empty() ? match.span_of("amount") : match.span();
}

}  // namespace

std::vector<Finding> Amounts::extract(const Document& document) const {
  const std::string_view text = document.text.view();
  std::vector<Finding> findings;
  for (const std::string_view name : {"amounts.amount", "amounts.dash", "amounts.prefixed"}) {
    const Rule& rule = rules_.rule(name);
    for (const Match& match : rule.matches(text)) {
      const Span span = span_of(match);
      const Paragraph* paragraph = paragraph_at(document, span.begin);
      if (paragraph != nullptr && !is_content(*paragraph)) continue;
      const std::optional<Amount> amount = amount_of(match);
      if (!amount) continue;
      Finding finding{.record = AmountRecord{.value = amount->value,
                                             .unit = amount->unit,
                                             .raw = squeeze_blanks(document.text.slice(span))},
                      .span = span,
                      .rule = rule.name(),
                      .confidence = rule.confidence()};
      if (amount->comma_thousands) finding.issues.emplace_back("comma_thousands");
      findings.push_back(std::move(finding));
    }
  }
  std::stable_sort(findings.begin(), findings.end(),
                   [](const Finding& a, const Finding& b) { return a.span.begin < b.span.begin; });
  return findings;
}

}  // namespace diarium
