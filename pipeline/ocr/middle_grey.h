#pragma once

#include "pipeline/ocr/image.h"

namespace diarium {

/// The grey (0..255) that half of the pixels of an 8 bit image under a mask (1 bit, of the same
/// size; empty for all of them) are no brighter than; 0 where Leptonica gave up.
int middle_grey(const Image& grey, const Image& mask);

}  // namespace diarium
