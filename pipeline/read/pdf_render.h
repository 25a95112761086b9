#pragma once

#include <poppler/PDFDoc.h>

#include <optional>

#include "models/sheet.h"
#include "pipeline/read/read.h"

namespace diarium {

/// The page as grey pixels, turned clockwise by `turn` degrees more than its own /Rotate says, at
/// limits.render_dpi or less, so that it keeps below limits.page_pixels. Nothing when Poppler can't
/// draw it at the size that was asked for.
std::optional<Raster> render_page(PDFDoc& document, int number, int turn, const ReadLimits& limits);

}  // namespace diarium
