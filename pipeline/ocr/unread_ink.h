#pragma once

#include <vector>

#include "pipeline/ocr/image.h"
#include "pipeline/ocr/word_reading.h"

namespace diarium {

/// Where ink lies together that no word explains: logos, stamps, signatures, handwriting. Pixels,
/// largest first. `ink` is the page that the words were read from (1 bit, ink = 1) at `resolution`,
/// without drawn lines. Specks and single missed letters are none.
std::vector<Rect> find_unread_ink(const Image& ink, const std::vector<ReadWord>& words,
                                  int resolution);

}  // namespace diarium
