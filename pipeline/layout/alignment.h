#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "models/span.h"
#include "pipeline/layout/columns.h"
#include "pipeline/layout/rows.h"

namespace diarium::layout {

/// The columns that rows share: white from top to bottom that few of them cross.
struct Alignment {
  std::vector<Gutter> gutters;  ///< from left to right, at least one
  [[nodiscard]] std::size_t column_of(const Rect& box) const;
};

/// The columns of the rows `span`; nothing where no white runs through most of them.
std::optional<Alignment> alignment_of(const std::vector<Row>& rows, Span span);

/// Cuts a run of rows where running text begins or ends: rows with one wide fragment across the
/// columns that the other rows share stay outside. `inner` says of each row of the run whether it
/// is the text of a column that goes on.
std::vector<Span> aligned_parts(const std::vector<Row>& rows, Span run,
                                const std::vector<bool>& inner);

}  // namespace diarium::layout
