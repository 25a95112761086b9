#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "models/document.h"
#include "models/span.h"

namespace diarium {

/// Neighbouring words of one paragraph that are set alike.
struct StyledRun {
  enum class Mark { struck, bold, underlined };
  Mark mark = Mark::struck;
  Span span;           ///< bytes of Document::text
  bool whole = false;  ///< it is the whole paragraph
};

/// The tracked change that a byte of a document stands in; null for none.
const DocumentChange* change_at(const Document& document, std::size_t byte);

/// The struck, bold and underlined runs of a paragraph, in order; a tracked change ends a run. A
/// struck word is struck, whatever else it is; an underlined one is underlined even if bold.
std::vector<StyledRun> styled_runs(const Document& document, const Paragraph& paragraph);

}  // namespace diarium
