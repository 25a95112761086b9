#pragma once

#include <string_view>

namespace diarium::layout {

/// Whether a word alone can mark a list item: "•", "-", "–", "1.", "12)", "a)", "(b)", "iv.",
/// "1.2."
bool is_list_marker(std::string_view word);

/// Whether a word is a sign that is set before list items: "•", "-", "–", "●", "·".
bool is_bullet(std::string_view word);

/// Whether a word can mark a footnote: a number of at most three digits, "*", "**", "†", "1)".
bool is_note_marker(std::string_view word);

/// "Sida 3(41)", "Sid 2 av 5", "3 (41)", "- 4 -", "17": the label of a page, filling `text`.
bool is_page_label(std::string_view text);

/// A sign or letter that OCR makes of a bullet: "©", "@", "e", "*".
bool is_blurred_bullet(std::string_view word);

/// What a caption names.
enum class Caption { none, table, figure };

/// By how a line begins: "Tabell 2: Budget" is the caption of a table, "Figur 1", "Diagram 3." that
/// of a figure.
Caption caption_of(std::string_view line);

/// "........", as OCR reads it "......,..=": dots that lead the eye to a page number.
bool is_leader(std::string_view word);

/// Whether only digits and the signs of numbers stand in `word`: "3", "1 400", "-20,5", "16 %".
bool is_number(std::string_view word);

}  // namespace diarium::layout
