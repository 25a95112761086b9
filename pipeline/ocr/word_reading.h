#pragma once

#include <tesseract/baseapi.h>

#include <vector>

#include "models/sheet.h"
#include "pipeline/ocr/placement.h"

namespace diarium {

/// The words that Tesseract recognised, in its reading order, placed on the upright page.
std::vector<Word> read_words(tesseract::TessBaseAPI& tesseract, const Placement& placement);

}  // namespace diarium
