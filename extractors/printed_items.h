#pragma once

#include <string>
#include <vector>

#include "models/document.h"
#include "models/span.h"

namespace diarium {

/// One entry of a list in a section: a list item, or a printed line of its own.
struct PrintedItem {
  std::string number;  ///< "2"; empty for a bullet and for a bare line
  Span span;           ///< bytes of Document::text, without marker and number
};

/// What the sections of `kind` list, in reading order. A paragraph of several lines that is no list
/// item counts line by line, a line that begins in lower case goes on the one before. Where there
/// is a list, what follows it counts no more.
std::vector<PrintedItem> items_in(const Document& document, SectionKind kind);

}  // namespace diarium
