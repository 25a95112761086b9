#pragma once

#include <vector>

#include "pipeline/layout/reading_order.h"

namespace diarium::layout {

/// Lines in reading order, cut into paragraphs, headings, list items, notes and furniture.
/// Block::lines index `lines`; boxes are left to the caller.
std::vector<Block> blocks_of(const Upright& page, const std::vector<TextLine>& lines);

}  // namespace diarium::layout
