#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include "models/drawing.h"
#include "models/geometry.h"
#include "models/sheet.h"
#include "models/style.h"
#include "models/unicode.h"

namespace diarium {

/// What a tracked change did to a piece of a document; moved text is deleted where it stood and
/// inserted where it stands.
enum class DocxChange { none, inserted, deleted };

/// Text of one setting. '\t' is a tab, '\n' a line break, '\f' a page break.
struct DocxRun {
  std::string text;
  Style style;
  double size = 0;  ///< points
  int note = 0;     ///< key of the foot- or endnote whose marker this is; 0 for other text
  DocxChange change = DocxChange::none;
  std::string author = {};   ///< of the change, as TrackedChange tells it
  std::string made_on = {};  ///< likewise
};

/// Whether two runs belong to one tracked change, or to none.
inline bool same_change(const DocxRun& a, const DocxRun& b) {
  return a.change == b.change && a.author == b.author && a.made_on == b.made_on;
}

struct DocxParagraph {
  std::vector<DocxRun> runs;
  std::string marker;  ///< of a list item or numbered heading, as it is printed: "1.", "•"
  int level = 0;       ///< nesting of the list, from 0
  int outline = -1;    ///< of a heading, from 0; -1 for other text
  std::vector<Bookmark> bookmarks;  ///< their heights are told when it is set
  bool starts_page = false;
  bool typed = false;  ///< in columns made of blanks: every letter and blank is as wide as another
  DocxChange mark = DocxChange::none;  ///< of its end; deleted: the next paragraph goes on in it
};

/// Whether it has more than blanks.
inline bool has_text(const DocxParagraph& paragraph) {
  return std::any_of(paragraph.runs.begin(), paragraph.runs.end(),
                     [](const DocxRun& run) { return !trim(run.text).empty(); });
}

struct DocxCell {
  int column_span = 1;
  bool goes_on = false;  ///< is the lower part of the cell above
  std::vector<DocxParagraph> paragraphs;
};

struct DocxRow {
  std::vector<DocxCell> cells;
  bool starts_page = false;
  DocxChange change = DocxChange::none;
};

struct DocxTable {
  bool ruled = false;           ///< its borders are printed
  std::vector<double> columns;  ///< widths in points; may be fewer than the rows have
  std::vector<DocxRow> rows;
};

/// A picture that stands in the text, as large as it is printed.
struct DocxPicture {
  std::string relation;  ///< id of the relation that leads to its member: "rId7"
  std::string bytes;     ///< of its file; empty where it is missing or of no known kind
  double width = 0;      ///< points
  double height = 0;
};

/// A box, a line or words that stand free in a drawing; points from the drawing's upper left
/// corner.
struct DocxFigure {
  enum class Kind { box, line, words } kind = Kind::box;
  Rect box;                                ///< of a line: around its points
  ShapeKind shape = ShapeKind::rectangle;  ///< of a box
  std::vector<Point> points;               ///< of a line, through its bends
  bool head_at_start = false;
  bool head_at_end = false;
  std::vector<DocxParagraph> text;  ///< within the box
};

/// What was drawn with a word processor's own figures and may be a flowchart.
struct DocxDrawing {
  std::vector<DocxFigure> figures;
};

using DocxBlock = std::variant<DocxParagraph, DocxTable, DocxPicture, DocxDrawing>;

/// A note at the foot of the page that has its marker.
struct DocxNote {
  std::string marker;  ///< printed before it: "1", "iv"; empty where its own text has it
  std::vector<DocxParagraph> paragraphs;
  bool at_end = false;  ///< an endnote, printed after the text of the last page
};

/// From one block on, what the margins of the first page show.
struct DocxMargins {
  std::size_t first_block = 0;
  std::vector<DocxParagraph> header;
  std::vector<DocxParagraph> footer;
};

enum class DocxPaging {
  as_stored,  ///< pages begin where a paragraph, a row or a '\f' says it; they grow as they must
  by_paper,   ///< besides, a page ends where a sheet of paper does
};

/// What a document that was written without pages says, in reading order: a word processor's, a
/// transcript.
struct DocxContent {
  std::vector<DocxBlock> blocks;
  std::map<int, DocxNote> notes;     ///< by keys of their own, in the order of their markers
  std::vector<DocxMargins> margins;  ///< of its sections
  DocxPaging paging = DocxPaging::as_stored;
  bool incomplete = false;  ///< a part is broken, too large or nested too deeply
};

}  // namespace diarium
