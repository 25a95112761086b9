#pragma once

#include <cstddef>
#include <vector>

#include "models/span.h"
#include "pipeline/layout/rows.h"
#include "pipeline/layout/rule_lines.h"

namespace diarium::layout {

/// One row of text of an unruled table: its tokens by column, empty where it has no words.
using ColumnTokens = std::vector<std::vector<std::size_t>>;

/// Whether row `i` of a run that begins at `begin` is a lone fragment set under a later column of a
/// row above it: the text of that column goes on.
bool goes_on_in_column(const Upright& page, const std::vector<Row>& rows, std::size_t begin,
                       std::size_t i);

/// Whether a line runs across most of `box` below the first, second or third of the rows `span`,
/// and all of `cells` in the row above it are filled: headings of columns.
bool headed_by_rule(const RuleLines& lines, const std::vector<Row>& rows, Span span,
                    const std::vector<ColumnTokens>& cells, const Rect& box);

/// Whether the words of each column begin at one place, but for numbers.
bool flush_left(const Upright& page, const std::vector<ColumnTokens>& cells);

/// For each row, whether it carries on the text of the row above: in each of its columns the text
/// above ends where its first word would not have fitted.
std::vector<bool> wrapped_rows(const Upright& page, const std::vector<ColumnTokens>& cells);

}  // namespace diarium::layout
