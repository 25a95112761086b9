#pragma once

#include <memory>
#include <vector>

#include "models/drawing.h"
#include "pipeline/ocr/image.h"

namespace diarium {

struct PixaDeleter {
  void operator()(Pixa* images) const { pixaDestroy(&images); }
};

/// A connected piece of ink: where it lies, and its pixels in that box (1 bit).
struct InkPiece {
  Rect box;
  Image ink;
};

/// All connected pieces of the ink of a page (1 bit); none where there are more than print has.
std::vector<InkPiece> pieces_of(const Image& ink);

/// Whether a piece comes as near to a figure, to its outline and not to the box around it. Pixels.
bool reaches(const InkPiece& piece, const Shape& figure, double distance);

/// The ink outside the boxes of a chart that may be lines, dashes and heads of arrows: without
/// pieces that stand in a row as letters do, and small ones far from all boxes.
Image line_ink(const Image& ink, const std::vector<Shape>& boxes, int resolution);

}  // namespace diarium
