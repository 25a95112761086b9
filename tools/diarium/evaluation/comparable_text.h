#pragma once

#include <string>
#include <string_view>

namespace diarium {

/// A text as compared: NFC, one kind of quotes, dashes and blanks, words divided at a line's end
/// put together, superscript digits as digits, list bullets left out.
std::string comparable_text(std::string_view text);

/// A record's key as compared: the same, lower case, without list mark, leading "att", closing
/// "samt" and closing punctuation.
std::string comparable_key(std::string_view text);

}  // namespace diarium
