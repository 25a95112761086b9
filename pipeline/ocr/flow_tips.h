#pragma once

#include <vector>

#include "models/drawing.h"
#include "pipeline/ocr/image.h"

namespace diarium {

/// Diamonds told by their upper and lower tips and by ink along their four sides, though words run
/// over the sides: what is white within has no form of its own then. `ink` 1 bit, `resolution`
/// pixels an inch. The boxes go to the inner edge of the outline, in pixels.
std::vector<Shape> diamonds_by_tips(const Image& ink, int resolution);

}  // namespace diarium
