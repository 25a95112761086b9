#pragma once

#include <vector>

#include "extractors/extractor.h"
#include "extractors/names.h"
#include "extractors/rule_book.h"

namespace diarium {

/// Who attests minutes by the rows of their first page, role first: "Sekreterare Eva Ek",
/// "Justerande Bo Al (S) och Nils Löw (M)". Rows before the first § that name a chair or a
/// secretary count where one names those who attest. For minutes in which nobody signs on a line
/// of their own. Findings hold Signature; `rules` and `names` are only read.
std::vector<Finding> attesters_in_rows(const Document& document, const RuleBook& rules,
                                       const PersonNames& names);

}  // namespace diarium
