#pragma once

#include <string>
#include <vector>

#include "extractors/rule_book.h"
#include "models/record.h"

namespace diarium {

/// What adding up the columns of a table shows.
struct TableAudit {
  std::vector<TableCheck> checks;
  std::vector<std::string>
      issues;  ///< "total_mismatch", "total_row_shift", "caption_total_mismatch"
};

/// Compares the total row, where there is one, with the sums of the rows above it. `bold_rows` are
/// the rows that are set in bold all through: totals without a label, and subtotals. Rounding is
/// allowed for: half a unit of the last printed place for each part, one unit at least.
TableAudit audit(const TableRecord& table, const std::vector<int>& bold_rows,
                 const RuleBook& rules);

}  // namespace diarium
