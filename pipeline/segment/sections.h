#pragma once

#include "extractors/rule_book.h"
#include "models/document.h"

namespace diarium {

/// Cuts the paragraphs of a document into sections by its headings and by sentences that open a
/// decision; within minutes each section knows its §. Fills `document.sections`. A footnote belongs
/// to none but the last section, which has no heading.
void find_sections(Document& document, const RuleBook& rules);

}  // namespace diarium
