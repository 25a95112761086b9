#pragma once

#include <map>
#include <string>
#include <string_view>

#include "tools/corpus/paper.h"
#include "tools/corpus/sheet_style.h"
#include "tools/corpus/truth.h"

namespace diarium::corpus {

/// The styles and letterheads that sources name.
struct StyleBook {
  std::map<std::string, SheetStyle> styles;
  std::map<std::string, Furniture> furniture;
};

/// Reads styles.txt. Throws SourceError.
StyleBook style_book_of(std::string_view source);

/// A file as paper, and what stands on it.
struct TypesetFile {
  Paper paper;
  Truth truth;
};

/// Typesets a source (tools/corpus/README.md). Throws SourceError, which names the line, and
/// std::runtime_error for a missing font.
TypesetFile typeset(std::string_view source, const StyleBook& book);

}  // namespace diarium::corpus
