#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "models/flowchart.h"
#include "models/sheet.h"
#include "pipeline/layout/reading_order.h"
#include "pipeline/layout/upright.h"

namespace diarium::layout {

/// A flowchart: boxes with text in them or beside them, and lines between them.
struct Figure {
  Rect box;                                     ///< on the upright page
  std::vector<std::vector<std::size_t>> nodes;  ///< tokens of each box, in reading order
  std::vector<std::size_t> labels;              ///< tokens between the boxes
  Flowchart chart;                              ///< boxes as printed on the sheet
};

/// The flowchart that a drawing shows among `tokens`: three boxes or more, of which at least two
/// hold words, and two lines or more that lead from box to box. Boxes without lines between them,
/// and grids, are none.
std::optional<Figure> figure_of(const Upright& page, const Drawing& drawing,
                                const std::vector<std::size_t>& tokens);

/// The lines of a figure, box by box, then the labels; of zone figure, with a band for each box.
std::vector<TextLine> lines_of(const Upright& page, const Figure& figure);

}  // namespace diarium::layout
