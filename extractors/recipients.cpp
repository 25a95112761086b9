#include "extractors/recipients.h"

#include <algorithm>

#include "extractors/beslutssatser_text.h"
#include "extractors/bodies.h"
#include "extractors/printed_items.h"
#include "models/unicode.h"

namespace diarium {

namespace {

/// "Förslagsställaren, kultur- och fritidsnämnden" are two: a comma parts those of which the latter
/// is a body; "Kansliet, registrator" is one.
std::vector<Span> parts_of(const Document& document, Span item, const Bodies& bodies) {
  const std::string_view text = document.text.slice(item);
  std::vector<Span> parts;
  std::size_t begin = 0;
  for (std::size_t comma = text.find(','); comma != std::string_view::npos;
       comma = text.find(',', comma + 1)) {
    const std::size_t end = std::min(text.find(',', comma + 1), text.size());
    if (!bodies.basic_form(trim(text.substr(comma + 1, end - comma - 1)))) continue;
    parts.push_back(trimmed(text, {begin, comma}));
    begin = comma + 1;
  }
  parts.push_back(trimmed(text, {begin, text.size()}));
  for (Span& part : parts) part = {item.begin + part.begin, item.begin + part.end};
  return parts;
}

}  // namespace

std::vector<Finding> Recipients::extract(const Document& document) const {
  const Rule& introduction = rules_.rule("recipients.introduction");
  const Rule& none = rules_.rule("recipients.none");
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
    if (introduction.first(text) || !rule.first(text)) continue;
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
