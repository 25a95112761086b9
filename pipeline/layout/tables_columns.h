#pragma once

#include "pipeline/layout/tables.h"

namespace diarium::layout {

/// Splits cells in which words stand in columns that the printer drew in the heading only, or not
/// at all: along the lines of the grid, and where white runs down through the numbers of a column.
/// Text that runs across stays whole.
void split_undrawn_columns(const Upright& page, FoundTable& table);

}  // namespace diarium::layout
