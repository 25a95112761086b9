#pragma once

#include "models/page.h"
#include "models/sheet.h"

namespace diarium {

/// Raised when layout changes for the same sheet; part of the key of a reading.
inline constexpr int kLayoutVersion = 16;

/// Orders the words of a sheet into lines, blocks, columns and tables, marks struck and underlined
/// words by its rulings, and tells text from furniture by place and form. Total: any sheet gives a
/// page.
Page lay_out(Sheet sheet);

}  // namespace diarium
