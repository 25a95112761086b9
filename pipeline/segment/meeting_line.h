#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "extractors/rule_book.h"

namespace diarium {

/// The line below the title of a member's paper that says to which meeting it goes:
/// "Kommunfullmäktige den 25 november 2024, ärende 6. Dnr KS 2024-00340".
struct MeetingLine {
  std::string body;  ///< basic form: "Kommunfullmäktige"
  std::string date;  ///< as printed
  std::string rest;  ///< what stands behind the day: "ärende 6. Dnr KS 2024-00340"
};

/// Nothing for a line that doesn't begin with the name of a body and a day, or is of running text.
std::optional<MeetingLine> meeting_line_of(std::string_view line, const RuleBook& rules);

}  // namespace diarium
