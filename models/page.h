#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/flowchart.h"
#include "models/geometry.h"
#include "models/sheet.h"
#include "models/span.h"
#include "models/table.h"

namespace diarium {

/// Words on one baseline within one column.
struct Line {
  Span words;  ///< indices into Page::words
  Rect box;
  double baseline = 0;  ///< points
  double size = 0;      ///< the size that most letters have, points
  bool bold = false;    ///< most letters are bold
  bool operator==(const Line&) const = default;
};

/// What a block is by its form and place alone; what it says is for segment/ to find out.
enum class BlockKind {
  paragraph,
  heading,    ///< short, larger or bolder than the body, or standing alone
  list_item,  ///< begins with a bullet, number or letter
  table,      ///< its lines belong to Page::tables[table]
  contents,   ///< an entry of a table of contents: leader dots or a page number at the right edge
  footnote,   ///< note text at the foot: small, after a marker, mostly under a short rule
  running_head,  ///< at the top: logo text, "Sida 3(41)", name of the municipality
  footer,        ///< at the foot: letterhead, addresses, page number
  stamp,         ///< slanted or boxed text of a stamp
  figure,        ///< text of a drawing or flowchart
};

/// Consecutive lines that belong together: a paragraph, a heading, one list item.
struct Block {
  BlockKind kind = BlockKind::paragraph;
  Span lines;  ///< indices into Page::lines
  Rect box;
  std::string marker;  ///< "1.", "-", "•", "a)" of a list item, "3" of a footnote; else empty
  double indent = 0;  ///< of its first text after the marker, points from the text area's left edge
  int table = -1;     ///< index into Page::tables where kind is table
  int column = 0;     ///< 0-based among the columns that stand side by side at this height
  int columns = 1;    ///< how many stand side by side there
  bool operator==(const Block&) const = default;
};

/// One page as laid out: words, lines and blocks in reading order (columns one after another,
/// tables row by row, notes after the text, footer last). Words of lines are consecutive: line k
/// ends where line k+1 begins, and so do the lines of blocks. This is what is stored as the reading
/// of a page.
struct Page {
  int number = 0;
  double width = 0;
  double height = 0;
  int rotation = 0;
  double skew = 0;
  Origin origin = Origin::embedded;
  std::vector<Word> words;
  std::vector<Line> lines;
  std::vector<Block> blocks;
  std::vector<Table> tables;
  std::vector<Ruling> rulings;
  std::vector<Area> areas;
  std::vector<Picture> pictures;
  std::vector<Flowchart> flowcharts;
  std::vector<Bookmark> bookmarks;
  std::vector<TrackedChange> changes;
  std::vector<std::string> issues;
};

/// The words of a line with blanks between them, none before a joined word.
std::string text_of(const Page& page, const Line& line);

/// All that is printed, in reading order, one printed line a line.
std::string text_of(const Page& page);

/// Mean confidence of the page's words by letters; 1 for a page without words.
double confidence_of(const Page& page);

}  // namespace diarium
