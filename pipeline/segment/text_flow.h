#pragma once

#include <vector>

#include "pipeline/segment/passage.h"

namespace diarium {

/// Whether `next` is the rest of the paragraph that `last` begins: `last` doesn't end as sentences
/// do, and `next` begins with a small letter. Clauses that begin with "att" stay apart.
bool goes_on(const Passage& last, const Passage& next);

/// Puts paragraphs together again that a page, a column, a note or a figure has cut.
std::vector<Passage> rejoined(std::vector<Passage> passages);

}  // namespace diarium
