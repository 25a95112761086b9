#pragma once

#include <vector>

#include "pipeline/layout/measures.h"

namespace diarium::layout {

/// Whether line `i` is an entry of a table of contents: leader dots before a number at its end, or
/// one of three lines or more that end in growing page numbers at the right edge. An item of an
/// agenda, marked by its number, may end in its page, too.
bool is_contents_line(const Upright& page, const std::vector<TextLine>& lines, std::size_t i,
                      const Measures& measures);

/// Calls those paragraphs headings that are short and set larger or bolder than the text, in
/// capitals, or alone above the text that they are set close to.
void name_headings(const Upright& page, const std::vector<TextLine>& lines,
                   const Measures& measures, std::vector<Block>& blocks);

}  // namespace diarium::layout
