#pragma once

#include <vector>

#include "models/sheet.h"
#include "pipeline/read/docx_content.h"

namespace diarium {

/// A drawing as it is set on a page.
struct SetChart {
  Drawing drawing;
  std::vector<Word> words;  ///< of its boxes, each within its own, and those that stand free
};

struct ChartSize {
  double scale = 1;   ///< by which it is made smaller, at most 1
  double height = 0;  ///< points, made smaller
};

/// How a drawing must be made smaller to be no wider and no higher than that; points.
ChartSize chart_size(const DocxDrawing& drawing, double width, double height);

/// Sets a drawing with its upper left corner at `corner`. Text that has no room in its box is set
/// smaller.
SetChart set_chart(const DocxDrawing& drawing, Point corner, double scale);

}  // namespace diarium
