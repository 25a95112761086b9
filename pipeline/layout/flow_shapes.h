#pragma once

#include <cstddef>
#include <vector>

#include "models/drawing.h"
#include "pipeline/layout/upright.h"

namespace diarium::layout {

/// What may be a box of a chart, with the words that stand in it.
struct FlowShape {
  Shape shape;
  std::vector<std::size_t> tokens;  ///< indices into Upright::tokens, in the sheet's order
};

/// The figures that may be boxes of a chart: each once, where border, shade and fill are drawn one
/// on the other; without frames around several boxes and signs within one. A word belongs to the
/// smallest figure that it stands in.
std::vector<FlowShape> flow_shapes_of(const Upright& page, const Drawing& drawing,
                                      const std::vector<std::size_t>& tokens);

}  // namespace diarium::layout
