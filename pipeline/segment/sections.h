#pragma once

#include "extractors/rule_book.h"
#include "models/document.h"

namespace diarium {

/// Cuts the paragraphs of a document into sections by its headings, by sentences that open a
/// decision and by signatures; within minutes each section knows its §. Fills `document.sections`.
/// Beside the preamble two kinds of sections have no heading: what follows a signature block, and
/// the footnotes.
void find_sections(Document& document, const RuleBook& rules);

}  // namespace diarium
