#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "pipeline/layout/columns.h"

namespace diarium::layout {

/// Whether two columns are read across: a marker, label or title from what it marks.
bool read_across(const std::vector<std::string>& left, const std::vector<std::string>& right);

/// Whether the first column holds labels ("Beslutande", "Justerare"), each on the line that its
/// longer text begins on.
bool labels_first(const std::vector<Row>& rows, const Band& band);

/// Whether what stands right of a gutter is short and stands beside the numbered lines of a list,
/// row for row: the case numbers of an agenda.
bool stands_beside_items(const Upright& page, const std::vector<Row>& rows, const Band& band,
                         std::size_t gutter);

}  // namespace diarium::layout
