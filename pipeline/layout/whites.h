#pragma once

#include <vector>

#include "pipeline/layout/rows.h"

namespace diarium::layout {

/// White from the first to the last row of a band, with text to both sides of it. Points.
struct Gutter {
  double left = 0;
  double right = 0;
  bool operator==(const Gutter&) const = default;
};

/// What rows cover of the page's width, or leave white: from left to right, disjoint.
using Intervals = std::vector<Gutter>;

/// `covered` and what `row` covers.
Intervals covered_with(Intervals covered, const Row& row);

/// The whites between what is covered that are wide enough to part columns of type of `size`
/// points.
Intervals whites_of(const Intervals& covered, double size);

}  // namespace diarium::layout
