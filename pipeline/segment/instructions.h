#pragma once

#include <vector>

#include "extractors/rule_book.h"
#include "pipeline/segment/passage.h"

namespace diarium {

/// Marks what a template tells the writer (ParagraphKind::instruction): a bracket that says so by
/// its words, over as many paragraphs as it runs; cut off where it begins or ends within a
/// paragraph.
/// "[1]", "[sic]" and other brackets stay text.
std::vector<Passage> with_instructions(std::vector<Passage> passages,
                                       const std::vector<Page>& pages, const RuleBook& rules);

}  // namespace diarium
