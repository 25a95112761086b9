#pragma once

#include <memory>
#include <string>

#include "models/error.h"
#include "pipeline/read/read.h"

namespace diarium {

/// Opens the bytes of a PDF. Errors: damaged, encrypted (wants a password), too_large (pages).
Result<std::unique_ptr<FileReader>> open_pdf(std::string bytes, OcrChoice choice,
                                             const ReadLimits& limits);

}  // namespace diarium
