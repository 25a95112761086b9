#pragma once

#include <string_view>

namespace diarium {

/// Whether a text, blanks at its end aside, closes with a sign after which a new sentence may
/// begin: a point, colon, semicolon, question or exclamation mark, a closing quote or bracket.
bool ends_sentence(std::string_view text);

}  // namespace diarium
