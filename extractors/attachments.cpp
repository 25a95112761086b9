#include "extractors/attachments.h"

#include <string>

#include "extractors/printed_items.h"
#include "models/unicode.h"

namespace diarium {

namespace {

/// "Bilaga: Förslag till program", in a letter below the signatures.
void add_labelled(const Document& document, const Rule& labelled, std::vector<Finding>& findings) {
  for (const Paragraph& paragraph : document.paragraphs) {
    if (paragraph.kind != ParagraphKind::body && paragraph.kind != ParagraphKind::signature)
      continue;
    for (const Span& line : paragraph.lines) {
      const auto match = labelled.whole(document.text.slice(line));
      if (!match) continue;
      const Span title = match->span_of("title");
      findings.push_back({.record = Attachment{.number = std::string((*match)["number"]),
                                               .title = squeeze_blanks((*match)["title"])},
                          .span = {line.begin + title.begin, line.begin + title.end},
                          .rule = labelled.name(),
                          .confidence = labelled.confidence()});
    }
  }
}

}  // namespace

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
  if (findings.empty()) add_labelled(document, rules_.rule("attachments.labelled"), findings);
  return findings;
}

}  // namespace diarium
