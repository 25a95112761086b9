#pragma once

#include "pipeline/ocr/image.h"

namespace diarium {

/// Quarter turns clockwise (0..3) after which the text of a black on white (1 bit) page stands
/// upright, by the ascenders and descenders of Latin letters; 0 when the page doesn't say.
int quarter_turns_to_upright(const Image& binary);

}  // namespace diarium
