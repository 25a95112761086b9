#pragma once

#include <cstddef>
#include <map>
#include <utility>
#include <vector>

#include "pipeline/layout/reading_order.h"

namespace diarium::layout {

/// How the text of a page is set: what its lines are compared with.
struct Measures {
  double left = 0;         ///< left edge of the text
  double right = 0;        ///< right edge of the text that stands in one column
  double pitch = 1.2;      ///< from baseline to baseline within a paragraph, in type sizes
  double body_size = 10;   ///< points
  bool estimated = false;  ///< sizes come from OCR

  /// Right edge of the column that `line` stands in.
  [[nodiscard]] double right_of(const TextLine& line) const;
  /// Whether `line` reaches nearly to the right edge of its column.
  [[nodiscard]] bool fills(const TextLine& line) const;
  /// Whether the column of `line` holds running text, not a card or an address.
  [[nodiscard]] bool running(const TextLine& line) const;

  struct Column {
    double left = 0;
    double right = 0;
    std::size_t lines = 0;
    std::size_t filled = 0;  ///< lines that reach its right edge
  };
  std::map<std::pair<std::size_t, int>, Column>
      columns;  ///< by band and column, where bands have several
};

Measures measures_of(const Upright& page, const std::vector<TextLine>& lines);

}  // namespace diarium::layout
