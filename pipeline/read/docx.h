#pragma once

#include <memory>
#include <string>

#include "models/error.h"
#include "pipeline/read/read.h"

namespace diarium {

/// Opens the bytes of a DOCX, set on pages of our own. Errors: unsupported (a zip of another kind),
/// damaged, encrypted, too_large.
Result<std::unique_ptr<FileReader>> open_docx(std::string bytes, OcrChoice choice,
                                              const ReadLimits& limits);

}  // namespace diarium
