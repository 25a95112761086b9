#pragma once

#include <cstddef>
#include <vector>

#include "models/drawing.h"

namespace diarium::layout {

/// A way from one box to another.
struct FlowWay {
  std::size_t from = 0;  ///< indices into the shapes; the one read first where it has no direction
  std::size_t to = 0;
  bool directed = false;
  std::vector<std::size_t> strokes;  ///< indices into the strokes, those that lead from end to end
};

/// What the strokes of a drawing lead from and to, through bends, joints and crossings: lines that
/// end on one another belong together, lines that cross don't. Where several lines without heads
/// run into one with a head, each of them leads there. `size` is that of the letters, points.
std::vector<FlowWay> ways_between(const Drawing& drawing, double size);

}  // namespace diarium::layout
