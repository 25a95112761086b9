#pragma once

#include <vector>

#include "models/drawing.h"
#include "pipeline/ocr/image.h"

namespace diarium {

/// The boxes of a chart among the ink of an upright page (1 bit, ink = 1): outlines around white,
/// and filled figures, that are rectangles, rounded, ellipses or diamonds. Pixels; a box goes to
/// the outer edge of its outline. Cells of a grid, which share their sides, are left out. Where the
/// page has fewer than three, nothing, at little cost.
std::vector<Shape> find_flow_boxes(const Image& ink, int resolution);

}  // namespace diarium
