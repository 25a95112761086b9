#pragma once

#include <vector>

#include "extractors/rule_book.h"
#include "models/document.h"
#include "models/record.h"

namespace diarium {

/// The items of an agenda that is set as a table: rows that begin with 1, 2, 3 ..., each with a
/// title, perhaps a case number, and what else its row says as the remark. Rows before the first
/// number head the table; rows without one go on with the item above. Fewer than three items are
/// no agenda.
std::vector<Finding> items_of_tables(const Document& document, const RuleBook& rules);

}  // namespace diarium
