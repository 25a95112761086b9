#pragma once

#include <poppler/PDFDoc.h>

#include <vector>

#include "models/sheet.h"
#include "pipeline/read/pdf_recorder.h"
#include "pipeline/read/read.h"

namespace diarium {

/// The pictures of a page with believable words of its own. Those large enough to hold text, and
/// not themselves the ground that words stand on, carry their pixels for OCR unless `choice` is
/// never; `content` was recorded with `turn` more degrees.
std::vector<Picture> pictures_of(PDFDoc& document, int number, int turn, const PageContent& content,
                                 const std::vector<Word>& words, OcrChoice choice,
                                 const ReadLimits& limits);

}  // namespace diarium
