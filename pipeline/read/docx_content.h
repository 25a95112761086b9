#pragma once

#include <map>
#include <string>
#include <variant>
#include <vector>

#include "models/style.h"

namespace diarium {

/// Text of one setting. '\t' is a tab, '\n' a line break, '\f' a page break.
struct DocxRun {
  std::string text;
  Style style;
  double size = 0;  ///< points
  int note = 0;     ///< key of the foot- or endnote whose marker this is; 0 for other text
};

struct DocxParagraph {
  std::vector<DocxRun> runs;
  std::string marker;  ///< of a list item or numbered heading, as it is printed: "1.", "•"
  int level = 0;       ///< nesting of the list, from 0
  int outline = -1;    ///< of a heading, from 0; -1 for other text
};

struct DocxCell {
  int column_span = 1;
  bool goes_on = false;  ///< is the lower part of the cell above
  std::vector<DocxParagraph> paragraphs;
};

struct DocxTable {
  bool ruled = false;           ///< its borders are printed
  std::vector<double> columns;  ///< widths in points; may be fewer than the rows have
  std::vector<std::vector<DocxCell>> rows;
};

/// A note at the foot of the page that has its marker.
struct DocxNote {
  std::string marker;  ///< as it is printed: "1"
  std::vector<DocxParagraph> paragraphs;
};

using DocxBlock = std::variant<DocxParagraph, DocxTable>;

/// What a document that was written without pages says, in reading order: a word processor's, a
/// transcript.
struct DocxContent {
  std::vector<DocxBlock> blocks;
  std::map<int, DocxNote> notes;      ///< by keys of their own, in the order of their markers
  std::vector<DocxParagraph> header;  ///< of the first page
  std::vector<DocxParagraph> footer;
};

}  // namespace diarium
