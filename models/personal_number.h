#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/span.h"

namespace diarium {

/// Where personal identity numbers and coordination numbers stand in a text, in order:
/// "850709-9805", "19850709-9805", "850709+9805", "8507099805", "1985-07-09 9805", "85O7O9-98O5" as
/// a scanner reads it. A number has a day of the calendar (60 more for coordination numbers) and a
/// check digit by Luhn, which a number behind its own label ("Personnummer:") may lack. Case
/// numbers, organisation numbers, telephone numbers and sums are none. In time linear in the text.
std::vector<Span> personal_numbers_in(std::string_view text);

/// The same text with a star for each digit of its personal numbers; as many bytes as before, so
/// that spans of one are spans of the other.
std::string with_personal_numbers_masked(std::string_view text);

}  // namespace diarium
