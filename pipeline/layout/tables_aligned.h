#pragma once

#include <cstddef>
#include <vector>

#include "pipeline/layout/rule_lines.h"
#include "pipeline/layout/tables.h"

namespace diarium::layout {

/// Tables without a grid: at least three rows whose words stand in the same columns, most of them
/// with numbers, or between rulings that run across all columns. Refused when unclear: header
/// cards, signatures, lists, labels with a colon and tables of contents are no tables.
std::vector<FoundTable> aligned_tables(const Upright& page, const RuleLines& lines,
                                       const std::vector<std::size_t>& tokens);

}  // namespace diarium::layout
