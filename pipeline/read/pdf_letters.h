#pragma once

#include <string>
#include <string_view>

namespace diarium {

/// The letters that a glyph stands for, ligatures taken apart; a blank of any kind is " ", a letter
/// that its font doesn't know U+FFFD. `font`: its name, where its letters are signs.
std::string text_of(std::u32string_view letters, std::string_view font);

/// A "text string" of PDF: UTF-16 after a byte order mark, else nearly Latin-1.
std::u32string points_of_text_string(const std::string& bytes);

}  // namespace diarium
