#pragma once

#include <cstddef>
#include <vector>

#include "models/drawing.h"
#include "pipeline/layout/flow_lines.h"
#include "pipeline/layout/flow_shapes.h"
#include "pipeline/layout/upright.h"

namespace diarium::layout {

/// Words that stand free in a chart, close together: a label or a name, some lines of it.
struct FlowLabel {
  std::vector<std::size_t> tokens;  ///< in reading order
  Rect box;
};

/// What the free words of a chart say of it.
struct FlowLabels {
  /// By box: the name beside it, for a box too small for words of its own; else no tokens.
  std::vector<FlowLabel> names;
  /// By way: the label beside its line; else no tokens.
  std::vector<FlowLabel> labels;
};

/// Names go before labels, the nearest first; "ja" and "nej" are always labels. `tokens` are those
/// in no box.
FlowLabels flow_labels_of(const Upright& page, const std::vector<FlowShape>& boxes,
                          const Drawing& drawing, const std::vector<FlowWay>& ways,
                          const std::vector<std::size_t>& tokens);

}  // namespace diarium::layout
