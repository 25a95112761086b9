#pragma once

#include <vector>

#include "pipeline/layout/rule_lines.h"
#include "pipeline/layout/tables.h"

namespace diarium::layout {

/// Tables whose cells are parted by lines: at least two rows and two columns with words in them.
/// Cells without a line between them are one; sides of the grid may be open. One box around text,
/// boxes with lines between them (a flowchart) and a diagram's frame are no tables.
std::vector<FoundTable> ruled_tables(const Upright& page, const RuleLines& lines,
                                     const std::vector<std::size_t>& tokens);

}  // namespace diarium::layout
