#pragma once

#include <vector>

#include "extractors/rule_book.h"
#include "pipeline/segment/outline.h"
#include "pipeline/segment/passage.h"

namespace diarium {

/// Marks headings that layout didn't take for such (ParagraphKind::heading), by their words or by
/// the file's outline, and cuts them out of the passages that they are glued to: a heading over its
/// text, a label over a title.
void mark_headings(std::vector<Passage>& passages, const std::vector<Page>& pages,
                   const Outline& outline, const RuleBook& rules);

/// Cuts "Att:" and "En till beslutssats:" off the clause that they open, and "Skickas till:" off
/// the recipients behind it, as headings.
std::vector<Passage> with_labels_cut_off(std::vector<Passage> passages,
                                         const std::vector<Page>& pages, const RuleBook& rules);

}  // namespace diarium
