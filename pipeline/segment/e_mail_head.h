#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractors/rule_book.h"
#include "pipeline/segment/passage.h"

namespace diarium {

/// Marks the heads of printed e-mails (ParagraphKind::e_mail_header): three or more of Från,
/// Skickat, Till, Kopia, Ämne (or their English names) within six lines.
void mark_e_mail_heads(std::vector<Passage>& passages, const RuleBook& rules);

/// The value behind one of `labels` (lower case: "ämne") in the first e-mail head, with the lines
/// that it runs on over; empty where none stands there.
std::string e_mail_field(const std::vector<Passage>& passages,
                         const std::vector<std::string_view>& labels, const RuleBook& rules);

}  // namespace diarium
