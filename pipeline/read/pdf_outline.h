#pragma once

#include <poppler/PDFDoc.h>

#include <map>
#include <string>
#include <vector>

#include "models/geometry.h"
#include "models/sheet.h"

namespace diarium {

/// An entry of a PDF's outline that leads to a page.
struct OutlineEntry {
  std::string title;        ///< as Bookmark::title
  int level = 0;            ///< as Bookmark::level
  bool whole_page = false;  ///< leads to the page, to no height on it
  Point place;              ///< on the page as it is stored: PDF's own axes, y up, points
};

/// The entries of the outline by the number of the page (1-based) that they lead to, in order.
/// Entries that are nested too deeply, have no name or too long a one, or lead out of the file are
/// left out, and so is what comes after some thousands. Total: of a broken outline what can be
/// read.
std::map<int, std::vector<OutlineEntry>> outline_of(PDFDoc& document);

/// The entries that lead to page `number`, their heights on the page turned clockwise by `turn`
/// degrees more than it says itself.
std::vector<Bookmark> bookmarks_on(PDFDoc& document, int number, int turn,
                                   const std::vector<OutlineEntry>& entries);

}  // namespace diarium
