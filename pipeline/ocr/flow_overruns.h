#pragma once

#include <tesseract/baseapi.h>

#include <vector>

#include "models/drawing.h"
#include "pipeline/ocr/preparation.h"
#include "pipeline/ocr/word_reading.h"

namespace diarium {

/// The words that run over the sides of a figure of a drawing, whole; of a diamond those in it,
/// too. They are read on `grey` between the figures beside it, without the sides and the lines, and
/// painted white on the page, where they would be read a second time. The recogniser must be set to
/// read one block.
std::vector<Word> read_overrunning(tesseract::TessBaseAPI& tesseract, const Image& grey,
                                   const Drawing& drawing, const Shape& figure,
                                   const PreparedPage& page);

}  // namespace diarium
