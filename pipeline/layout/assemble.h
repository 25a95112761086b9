#pragma once

#include <vector>

#include "models/page.h"
#include "pipeline/layout/reading_order.h"

namespace diarium::layout {

/// Puts the words of `sheet` into the order of `lines` and gives lines and blocks the boxes of
/// their words as printed. Every token of `page` must stand in one line.
Page assembled(Sheet sheet, const Upright& page, const std::vector<TextLine>& lines,
               std::vector<Block> blocks, std::vector<Table> tables);

}  // namespace diarium::layout
