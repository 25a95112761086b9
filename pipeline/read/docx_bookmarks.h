#pragma once

#include <pugixml.hpp>
#include <vector>

#include "models/sheet.h"
#include "pipeline/read/docx_content.h"

namespace diarium {

/// What a word processor calls a paragraph: a heading by its outline level has its own text for a
/// name, and w:bookmarkStart one that somebody gave. Names that begin with "_" are the word
/// processor's own ("_GoBack", "_Toc123"), and what is blank or too long names nothing.
std::vector<Bookmark> bookmarks_of(const pugi::xml_node& node, const DocxParagraph& paragraph);

}  // namespace diarium
