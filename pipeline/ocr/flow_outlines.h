#pragma once

#include "models/drawing.h"
#include "pipeline/ocr/image.h"

namespace diarium {

/// The box around a figure, of which the white within the outline is known, to the outer edge of
/// its outline in `ink` (1 bit), at most so many pixels thick. The thickness is measured where
/// lines seldom begin: along straight sides, and between the tips of diamonds and ellipses.
Rect box_with_outline(const Shape& figure, const Image& ink, int most);

}  // namespace diarium
