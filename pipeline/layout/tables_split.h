#pragma once

#include "pipeline/layout/tables.h"

namespace diarium::layout {

/// Splits grid rows in which many lines of text stand beside each other, where the printer drew
/// lines between columns only: each line of the text becomes a row of its own.
void split_undrawn_rows(const Upright& page, FoundTable& table);

/// Takes off rows and columns that are but the white between two lines drawn close to each other.
void drop_slits(FoundTable& table);

}  // namespace diarium::layout
