#pragma once

#include <tesseract/baseapi.h>

#include <vector>

#include "models/drawing.h"
#include "pipeline/ocr/preparation.h"
#include "pipeline/ocr/word_reading.h"

namespace diarium {

/// The words that run over the sides of a diamond of a drawing, whole, with those in it: read on
/// `grey` between the figures beside it, without the sides and the lines. They are painted white on
/// the page, where they would be read a second time. The recogniser must be set to read one block.
std::vector<Word> read_overrunning(tesseract::TessBaseAPI& tesseract, const Image& grey,
                                   const Drawing& drawing, const Shape& diamond,
                                   const PreparedPage& page);

}  // namespace diarium
