#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "pipeline/layout/reading_order.h"
#include "pipeline/layout/rule_lines.h"

namespace diarium::layout {

/// A drawing of boxes with text in them and lines between them.
struct Figure {
  Rect box;
  std::vector<std::vector<std::size_t>> nodes;  ///< tokens of each box, in reading order
  std::vector<std::size_t> labels;              ///< tokens between the boxes
};

/// The flowchart among `tokens`: three boxes with text or more, of which lines lead to others.
/// Boxes without lines between them, and grids, are none.
std::optional<Figure> figure_of(const Upright& page, const RuleLines& lines,
                                const std::vector<std::size_t>& tokens);

/// The lines of a figure, box by box, then the labels; of zone figure, with a band for each box.
std::vector<TextLine> lines_of(const Upright& page, const Figure& figure);

}  // namespace diarium::layout
