#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "models/error.h"
#include "pipeline/read/docx_content.h"
#include "pipeline/read/read.h"

namespace diarium {

/// Opens a transcript, plain or Markdown, set on pages of our own. Errors: unsupported (bytes that
/// are no text), too_large.
Result<std::unique_ptr<FileReader>> open_transcript(MediaType type, const std::string& bytes,
                                                    const ReadLimits& limits);

/// What a transcript says, its notes joined with their markers, its headings in larger type.
DocxContent transcript_content(std::string_view text);

}  // namespace diarium
