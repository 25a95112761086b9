#pragma once

#include <string_view>

namespace diarium {

/// How alike two titles are, 0..1, as a clerk would compare them: "Bilaga", numbers, case, end
/// marks and the month of a recurring matter ("i juni 2024", "juni 2024") aside.
double title_likeness(std::string_view a, std::string_view b);

/// Whether two titles have a word of some length in common, numbers and "Bilaga" aside.
bool share_a_word(std::string_view a, std::string_view b);

/// From this likeness on two titles mean the same matter.
inline constexpr double kSameTitle = 0.85;

}  // namespace diarium
