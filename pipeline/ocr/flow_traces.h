#pragma once

#include <vector>

#include "models/drawing.h"
#include "pipeline/ocr/image.h"

namespace diarium {

/// The middle lines of the strokes of a mask (1 bit), cut where they meet and followed straight
/// through where they cross. `thickness` is that of the strokes in pixels: spurs not much longer
/// are burrs. Pixels.
std::vector<Stroke> trace_lines(const Image& mask, double thickness);

/// The thickness that half of the ink of a mask has at most, pixels; at least 1.
double thickness_of_lines(const Image& mask);

}  // namespace diarium
