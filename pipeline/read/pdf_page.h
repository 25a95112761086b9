#pragma once

#include <poppler/PDFDoc.h>

#include "models/error.h"
#include "models/sheet.h"
#include "pipeline/read/read.h"

namespace diarium {

/// Reads page `number` (1-based) of an opened document.
Result<Sheet> read_pdf_page(PDFDoc& document, int number, OcrChoice choice,
                            const ReadLimits& limits);

}  // namespace diarium
