#pragma once

#include <vector>

#include "pipeline/layout/upright.h"

namespace diarium::layout {

/// A straight line of a grid, put together from all strokes that lie along it.
struct RuleLine {
  double at = 0;    ///< y of a horizontal line, x of a vertical one
  double from = 0;  ///< x or y where it begins
  double to = 0;    ///< and ends
  bool operator==(const RuleLine&) const = default;
};

/// The lines that can part the cells of tables.
struct RuleLines {
  std::vector<RuleLine> across;  ///< from top to bottom, then from left to right
  std::vector<RuleLine> down;    ///< from left to right, then from top to bottom
};

/// Rulings and the edges of unfilled areas, strokes along one line joined. Coloured bands are no
/// lines.
RuleLines rule_lines_of(const Upright& page);

/// How near two lines must be to count as one, points.
inline constexpr double kSameLine = 2.5;

}  // namespace diarium::layout
