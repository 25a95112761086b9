#pragma once

#include <vector>

#include "models/sheet.h"
#include "pipeline/read/docx_content.h"

namespace diarium {

/// Points from the left to the right margin of such a page.
inline constexpr double kSetWidth = 451;

/// Sets a document on A4 pages of its own making, plainly: what a word processor would print where
/// is not known without its fonts. Order, paragraphs, tables and notes come out as a reader of
/// paper knows them: notes at the foot of the page that has their marker, tables with printed
/// borders as a grid of rulings. A page grows where one row of a table is taller than paper. At
/// least one page.
std::vector<Sheet> set_pages(const DocxContent& content);

}  // namespace diarium
