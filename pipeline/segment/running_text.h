#pragma once

#include <vector>

#include "models/document.h"
#include "pipeline/segment/passage.h"

namespace diarium {

/// Writes the passages of one document as its running text, paragraphs and tables: lines joined,
/// divided words put together, notes after all else. Fills text, paragraphs and tables of
/// `document`.
void write_text(const std::vector<Passage>& passages, const std::vector<Page>& pages,
                Document& document);

}  // namespace diarium
