#pragma once

#include <memory>
#include <string>

#include "models/error.h"
#include "pipeline/read/read.h"

namespace diarium {

/// Opens the bytes of a PNG, JPEG or TIFF, whose pages are its pictures. Sizes are checked before
/// anything is decoded. Errors: damaged, too_large (pages, pixels).
Result<std::unique_ptr<FileReader>> open_picture(MediaType type, std::string bytes,
                                                 const ReadLimits& limits);

}  // namespace diarium
