#pragma once

#include <cstddef>
#include <vector>

#include "pipeline/layout/rows.h"

namespace diarium::layout {

/// The tokens, of `rows`, that stand in the margin beside running text, left or right of it: notes
/// that are read apart from the lines beside them. A note may stand beside the middle of a
/// paragraph; labels ("Beslutande", "§ 12") begin one, and list numbers count: those are none.
std::vector<std::size_t> margin_notes(const Upright& page, const std::vector<Row>& rows);

}  // namespace diarium::layout
