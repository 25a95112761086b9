#pragma once

#include <vector>

#include "models/sheet.h"
#include "pipeline/read/docx_content.h"

namespace diarium {

/// Points from the left to the right margin of such a page.
inline constexpr double kSetWidth = 451;

/// Sets a document on pages of its own making, as wide as A4, plainly: what a word processor would
/// print where is not known without its fonts. Order, paragraphs, tables and notes come out as a
/// reader of paper knows them: notes at the foot of the page that has their marker, tables with
/// printed borders as a grid of rulings. A page is at least as high as A4 and grows as it must.
/// Pictures stand below one another, in order, without their pixels; drawings as they were drawn. A
/// paragraph whose end is deleted goes on in the next one. At least one page; the first one has the
/// issue `partial_page` where the content is incomplete.
std::vector<Sheet> set_pages(const DocxContent& content);

}  // namespace diarium
