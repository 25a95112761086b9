#pragma once

#include <string_view>
#include <vector>

#include "extractors/rule_book.h"
#include "models/document.h"

namespace diarium {

/// The numbers of the case that a document belongs to: in its header card (`card`, as printed),
/// behind the day of its meeting (`meeting_rest`), on a line of its head that is a number or labels
/// one, or in the stamp of its receipt. Empty where it tells none.
std::vector<CaseNumber> own_case_numbers(const Document& document, std::string_view card,
                                         std::string_view meeting_rest, const RuleBook& rules);

}  // namespace diarium
