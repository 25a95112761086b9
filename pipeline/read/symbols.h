#pragma once

#include <string_view>

namespace diarium {

/// The sign that a symbol font prints for a code: bullets, boxes, ticks and arrows of Symbol and
/// Wingdings, whose letters mean nothing. `font` is its name; codes of the private use area
/// (U+F0B7) tell by themselves. Any other point comes back as it is.
char32_t printed_symbol(char32_t point, std::string_view font);

}  // namespace diarium
