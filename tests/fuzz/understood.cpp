#include "tests/fuzz/understood.h"

#include <cstdlib>
#include <memory>

#include "extractors/extractor.h"
#include "extractors/rule_book.h"
#include "models/json.h"
#include "pipeline/segment/segment.h"

namespace diarium::fuzz {

void understand(const std::vector<Page>& pages) {
  static const RuleBook rules = RuleBook::built_in();
  static const auto extractors = all_extractors(rules);
  Understanding understanding = segment(pages, "0123456789abcdef", "protokoll.pdf", rules);
  understanding.findings.clear();
  for (const Document& document : understanding.documents) {
    const auto& findings = understanding.findings.emplace_back(findings_of(document, extractors));
    for (const Finding& finding : findings) {
      if (finding.span.begin > finding.span.end || finding.span.end > document.text.size())
        std::abort();
      static_cast<void>(json_of(finding.record));
      static_cast<void>(document.text.place_of(finding.span));
    }
  }
  link(understanding);
  for (const Document& document : understanding.documents) static_cast<void>(json_of(document));
}

}  // namespace diarium::fuzz
