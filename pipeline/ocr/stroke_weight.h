#pragma once

#include <vector>

#include "pipeline/ocr/image.h"
#include "pipeline/ocr/word_reading.h"

namespace diarium {

/// The words, those marked bold whose strokes are clearly thicker for their size than most on the
/// page. `ink` is the page that the words were read from (1 bit, ink = 1), without drawn lines. A
/// page with few letters or with strokes of many widths, a bad fax, has no bold words.
std::vector<ReadWord> with_bold_marked(std::vector<ReadWord> words, const Image& ink);

}  // namespace diarium
