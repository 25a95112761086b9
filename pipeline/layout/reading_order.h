#pragma once

#include <cstddef>
#include <vector>

#include "models/page.h"
#include "pipeline/layout/rows.h"

namespace diarium::layout {

/// A line of one column, at its turn in the reading.
struct TextLine {
  std::vector<std::size_t>
      tokens;  ///< indices into Upright::tokens, from left to right, at least one
  Rect box;
  double baseline = 0;
  double size = 0;
  bool bold = false;      ///< most letters are
  double bold_share = 0;  ///< of its letters
  BlockKind zone =
      BlockKind::paragraph;  ///< running_head, paragraph, footnote, footer, table, figure
  std::size_t band = 0;      ///< lines of one band stand together; numbered over the whole page
  int column = 0;
  int columns = 1;
  bool labelled = false;  ///< a label and its value, or more of the value
  int table = -1;         ///< index into Page::tables of a line of zone table
};

/// The tokens as a line that stands in one column; zone, band and column are left to the caller.
TextLine line_of(const Upright& page, std::vector<std::size_t> tokens);

/// Reads rows (from top to bottom) as a person does: down the page, and where columns of two lines
/// or more stand side by side, down each column before the next. Bands are numbered from
/// `first_band`.
std::vector<TextLine> in_reading_order(const Upright& page, const std::vector<Row>& rows,
                                       BlockKind zone, std::size_t first_band);

}  // namespace diarium::layout
