#pragma once

#include "models/drawing.h"
#include "pipeline/ocr/image.h"

namespace diarium {

/// The drawing on an upright page (8 bit; what is darker than `ink_below` is drawn; `resolution`
/// pixels an inch) as boxes, lines and heads of arrows; nothing where there are fewer than three
/// boxes or no lines. Pixels. `lines`, of the size of the page, is the ink that leads from
/// the boxes.
struct FoundDrawing {
  Drawing drawing;
  Image lines;  ///< 1 bit; empty where nothing was found
};

FoundDrawing find_drawing(const Image& grey, int ink_below, int resolution);

}  // namespace diarium
