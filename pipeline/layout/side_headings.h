#pragma once

#include <vector>

#include "pipeline/layout/rows.h"

namespace diarium::layout {

/// A heading that stands left of the text that it heads.
struct SideHeading {
  std::vector<Row> rows;   ///< from top to bottom, at least one
  bool heads_text = true;  ///< else a line between such headings with no text beside it
};

/// The headings, among `rows`, in a narrow column left of running text, from top to bottom. The
/// text beside each begins a paragraph at the edge that all of the text begins at. Labels of single
/// values ("Plats och tid", "Datum"), list numbers and §§ are none, nor are columns of a table.
std::vector<SideHeading> side_headings(const Upright& page, const std::vector<Row>& rows);

}  // namespace diarium::layout
