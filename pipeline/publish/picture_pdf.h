#pragma once

#include <string>

#include "models/error.h"

namespace diarium {

/// The pictures of a PNG, JPEG or TIFF as pages of a PDF, one each, at their own resolution; a JPEG
/// keeps its bytes. Page sizes follow the stated resolution, or 300 dpi: the layer is scaled to
/// them. Error `damaged` for what can't be decoded.
Result<std::string> pdf_of_picture(const std::string& bytes);

}  // namespace diarium
