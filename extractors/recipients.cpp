#include "extractors/recipients.h"

#include <algorithm>
#include <utility>

#include "extractors/beslutssatser_text.h"
#include "extractors/bodies.h"
#include "extractors/printed_items.h"
#include "models/unicode.h"

namespace diarium {

namespace {

/// What stands between the signs; a comma behind a hyphen is of a compound: "Kultur-, fritids- och
/// ungdomsnämnden".
std::vector<Span> between(std::string_view text, char sign) {
  std::vector<Span> parts;
  std::size_t begin = 0;
  for (std::size_t at = text.find(sign); at != std::string_view::npos;
       at = text.find(sign, at + 1)) {
    if (at == 0 || text[at - 1] == '-') continue;
    parts.push_back(trimmed(text, {begin, at}));
    begin = at + 1;
  }
  parts.push_back(trimmed(text, {begin, text.size()}));
  return parts;
}

/// "Kommunstyrelsen, ekonomichefen" are two and "Sökanden, kvalitetschefen, akten" three: commas
/// part bodies from others, and what is three or more. "Kansliet, registrator" is one, and so is an
/// address.
bool commas_part(std::string_view text, const std::vector<Span>& parts, const Bodies& bodies) {
  constexpr std::size_t kList = 3;
  if (text.find_first_of("0123456789@") != std::string_view::npos) return false;
  return parts.size() >= kList || std::any_of(parts.begin(), parts.end(), [&](const Span& part) {
           return bodies.basic_form(text.substr(part.begin, part.size())).has_value();
         });
}

std::vector<Span> parts_of(const Document& document, Span item, const Bodies& bodies) {
  const std::string_view text = document.text.slice(item);
  std::vector<Span> parts = between(text, ';');
  if (parts.size() == 1) {
    std::vector<Span> by_comma = between(text, ',');
    if (commas_part(text, by_comma, bodies)) parts = std::move(by_comma);
  }
  std::erase_if(parts, [](const Span& part) { return part.empty(); });
  for (Span& part : parts) part = {item.begin + part.begin, item.begin + part.end};
  return parts;
}

}  // namespace

std::vector<Finding> Recipients::extract(const Document& document) const {
  const Rule& introduction = rules_.rule("recipients.introduction");
  const Rule& none = rules_.rule("recipients.none");
  const Rule& attestation = rules_.rule("recipients.attestation");
  const Rule& rule = rules_.rule("recipients.item");
  std::vector<Finding> findings;
  const Bodies bodies(rules_);
  for (const PrintedItem& item : items_in(document, SectionKind::recipients)) {
    const std::string_view text = document.text.slice(item.span);
    if (none.first(text)) {
      findings.push_back({.record = Recipient{.name = "", .explicit_none = true},
                          .span = item.span,
                          .rule = none.name(),
                          .confidence = none.confidence()});
      continue;
    }
    if (introduction.first(text) || attestation.first(text) || !rule.first(text)) continue;
    for (const Span part : parts_of(document, item.span, bodies)) {
      findings.push_back({.record = Recipient{.name = squeeze_blanks(document.text.slice(part)),
                                              .explicit_none = false},
                          .span = part,
                          .rule = rule.name(),
                          .confidence = rule.confidence()});
    }
  }
  return findings;
}

}  // namespace diarium
