#include "extractors/recipients.h"

#include "extractors/printed_items.h"
#include "models/unicode.h"

namespace diarium {

std::vector<Finding> Recipients::extract(const Document& document) const {
  const Rule& introduction = rules_.rule("recipients.introduction");
  const Rule& none = rules_.rule("recipients.none");
  const Rule& rule = rules_.rule("recipients.item");
  std::vector<Finding> findings;
  for (const PrintedItem& item : items_in(document, SectionKind::recipients)) {
    const std::string_view text = document.text.slice(item.span);
    const bool nobody = none.first(text).has_value();
    if (!nobody && (introduction.first(text) || !rule.first(text))) continue;
    const Rule& found_by = nobody ? none : rule;
    findings.push_back(
        {.record = Recipient{.name = nobody ? "" : squeeze_blanks(text), .explicit_none = nobody},
         .span = item.span,
         .rule = found_by.name(),
         .confidence = found_by.confidence()});
  }
  return findings;
}

}  // namespace diarium
