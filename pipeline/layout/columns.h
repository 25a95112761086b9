#pragma once

#include <cstddef>
#include <vector>

#include "models/span.h"
#include "pipeline/layout/rows.h"
#include "pipeline/layout/whites.h"

namespace diarium::layout {

/// Consecutive rows: either one column of text, or columns side by side parted by gutters.
struct Band {
  Span rows;                    ///< indices of the rows it was made of
  std::vector<Gutter> gutters;  ///< from left to right; none = one column
  bool labelled = false;        ///< labels and their values, read across
  double items_end = 0;         ///< x where items with cells beside them end; 0 without such
};

/// Cuts rows (from top to bottom) into bands. A gutter needs two lines or more on both sides, and
/// is none where it parts list markers, labels with a colon or page numbers from their text.
std::vector<Band> bands_of(const Upright& page, const std::vector<Row>& rows);

/// Which column of `band` a box stands in, counted from 0.
std::size_t column_of(const Band& band, const Rect& box);

}  // namespace diarium::layout
