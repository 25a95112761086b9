#pragma once

#include <cstddef>
#include <vector>

#include "pipeline/layout/rows.h"

namespace diarium::layout {

/// The rows of a page by the zone they stand in, each from top to bottom. Furniture is told by
/// place and form on this page alone: what repeats over pages is for segment/ to see.
struct Zones {
  std::vector<Row> head;  ///< running head: page label, logo text, small type above the text
  std::vector<Row> body;
  std::vector<Row> notes;  ///< footnotes; empty until `split_notes`
  std::vector<Row> foot;   ///< letterhead and page label under the text
};

Zones zones_of(const Upright& page, std::vector<Row> rows);

}  // namespace diarium::layout
