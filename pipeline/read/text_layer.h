#pragma once

#include <cstddef>
#include <vector>

#include "models/geometry.h"
#include "pipeline/read/glyphs.h"

namespace diarium {

enum class TextLayer {
  absent,   ///< no letters at all
  usable,   ///< what is printed
  patchy,   ///< the same, but for a line or more whose font doesn't say which letters it draws
  hidden,   ///< most of it isn't seen: an earlier machine's reading of a picture
  garbled,  ///< the fonts don't say which letters they draw, or say it wrongly
};

/// Letters that are guessed are kept as long as they are spread as those of a language are, or are
/// digits; else each of them becomes U+FFFD.
std::vector<Glyph> with_guesses_checked(std::vector<Glyph> glyphs);

/// What the embedded letters of a page are worth.
TextLayer judge_text_layer(const std::vector<Glyph>& glyphs);

/// The words, without those that consist of signs that mean nothing: glyphs of unknown letters,
/// pictures that a font keeps as letters.
std::vector<Word> readable_words(std::vector<Word> words);

/// How many letters are seen so, blanks not counted.
std::size_t letters_with(Ink ink, const std::vector<Glyph>& glyphs);

/// The letters that a reader of the page sees. Letters without ink are kept where they lie on one
/// of `pictures`: they repeat what it shows.
std::vector<Glyph> seen_letters(std::vector<Glyph> glyphs, const std::vector<Rect>& pictures);

}  // namespace diarium
