#pragma once

#include <ostream>
#include <string>

#include "models/error.h"
#include "pipeline/store/contents.h"

namespace diarium {

/// Which pages of a file go into the PDF; 1-based, inclusive; 0, 0 = all.
struct PageRange {
  int first = 0;
  int last = 0;
};

/// A file of the archive as a PDF that can be searched: the original pages as they are (a picture
/// is kept in its own coding where that is JPEG), recognised words as an invisible layer in their
/// places, pages turned upright, a bookmark for each document. The same input gives the same bytes.
/// `original` are the bytes of the source. Errors: unsupported for what is no PDF or picture,
/// damaged or encrypted for what can't be opened.
Result<std::string> searchable_pdf(const SourceContents& contents, std::string original,
                                   const PageRange& range = {});

}  // namespace diarium
