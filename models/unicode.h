#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace diarium {

/// Well-formed UTF-8 in NFC: broken bytes become U+FFFD, an orphan ring after å is dropped.
std::string to_nfc(std::string_view utf8);

/// Whether every byte belongs to well-formed UTF-8.
bool is_utf8(std::string_view text);

/// Lower case by Unicode rules; å ä ö stay letters of their own.
std::string to_lower(std::string_view utf8);

/// Upper case by Unicode rules, letter by letter (ß stays).
std::string to_upper(std::string_view utf8);

/// Lower case, then å ä -> a, ö -> o, é -> e: only for comparing what OCR may have damaged.
std::string fold_diacritics(std::string_view utf8);

/// Code points of well-formed UTF-8.
std::u32string code_points(std::string_view utf8);
std::string to_utf8(std::u32string_view points);

bool is_letter(char32_t point);
bool is_upper(char32_t point);
bool is_lower(char32_t point);
bool is_digit(char32_t point);   ///< ASCII 0..9 only
bool is_blank(char32_t point);   ///< space, tab, NBSP, thin and narrow blanks

/// Blanks of every kind made single spaces, none at the ends.
std::string squeeze_blanks(std::string_view utf8);

/// Without blanks of every kind at the ends.
std::string_view trim(std::string_view utf8);

/// The first and last code point, 0 for an empty text.
char32_t first_point(std::string_view utf8);
char32_t last_point(std::string_view utf8);

/// The number that the ASCII digits at the beginning write; 0 where none stand there, or too many.
int number_in(std::string_view digits);

/// How alike two texts are by code points: 1 - Levenshtein / longer length, in 0..1.
double similarity(std::string_view a, std::string_view b);

/// Levenshtein distance by code points (bit-parallel, Myers 1999 as blocked by Hyyrö 2003).
std::size_t edit_distance(std::u32string_view a, std::u32string_view b);

}  // namespace diarium
