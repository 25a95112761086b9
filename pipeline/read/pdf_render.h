#pragma once

#include <poppler/PDFDoc.h>

#include <optional>

#include "models/sheet.h"
#include "pipeline/read/read.h"

namespace diarium {

/// The page as grey pixels, upright, at limits.render_dpi or less, so that it keeps below
/// limits.page_pixels. Nothing when Poppler can't draw it at the size that was asked for.
std::optional<Raster> render_page(PDFDoc& document, int number, const ReadLimits& limits);

}  // namespace diarium
