#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "extractors/rule_book.h"
#include "models/document.h"
#include "pipeline/segment/header_card.h"
#include "pipeline/segment/passage.h"
#include "pipeline/segment/title.h"

namespace diarium {

/// The first date with a day that stands in a text, in any form; nothing where none does.
std::optional<Date> first_day_in(std::string_view text);

/// Sets title, agenda code, case officer, body, dates and case numbers of a document from its
/// header and opening words, each with where it comes from. Kind, text and sections must be there.
void find_header_fields(const std::vector<Passage>& passages, const HeaderCard& card,
                        const Title& title, const std::vector<std::string>& heads,
                        const RuleBook& rules, Document& document);

}  // namespace diarium
