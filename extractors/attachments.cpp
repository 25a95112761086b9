#include "extractors/attachments.h"

#include "extractors/printed_items.h"
#include "models/unicode.h"

namespace diarium {

std::vector<Finding> Attachments::extract(const Document& document) const {
  const Rule& introduction = rules_.rule("attachments.introduction");
  const Rule& none = rules_.rule("attachments.none");
  const Rule& rule = rules_.rule("attachments.item");
  std::vector<Finding> findings;
  for (const PrintedItem& item : items_in(document, SectionKind::basis)) {
    const std::string_view text = document.text.slice(item.span);
    if (introduction.first(text) || none.first(text) || !rule.first(text)) continue;
    findings.push_back({.record = Attachment{.number = item.number, .title = squeeze_blanks(text)},
                        .span = item.span,
                        .rule = rule.name(),
                        .confidence = rule.confidence()});
  }
  return findings;
}

}  // namespace diarium
