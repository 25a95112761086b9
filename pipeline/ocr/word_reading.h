#pragma once

#include <tesseract/baseapi.h>

#include <vector>

#include "models/sheet.h"
#include "pipeline/ocr/galley.h"
#include "pipeline/ocr/placement.h"

namespace diarium {

/// The words that Tesseract recognised in the galley, in its reading order, placed on the upright
/// page. What is no word is left out: a doubtful reading of a stamp, a signature, a logo.
std::vector<Word> read_words(tesseract::TessBaseAPI& tesseract, const Galley& galley,
                             const Placement& placement);

}  // namespace diarium
