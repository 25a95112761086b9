#pragma once

#include <cstddef>
#include <vector>

#include "models/geometry.h"
#include "pipeline/read/glyphs.h"

namespace diarium {

enum class TextLayer {
  absent,   ///< no letters at all
  usable,   ///< what is printed
  hidden,   ///< most of it isn't seen: an earlier machine's reading of a picture
  garbled,  ///< the fonts don't say which letters they draw
};

/// What the embedded letters of a page are worth.
TextLayer judge_text_layer(const std::vector<Glyph>& glyphs);

/// How many letters are seen so, blanks not counted.
std::size_t letters_with(Ink ink, const std::vector<Glyph>& glyphs);

/// The letters that a reader of the page sees. Letters without ink are kept where they lie on one
/// of `pictures`: they repeat what it shows.
std::vector<Glyph> seen_letters(std::vector<Glyph> glyphs, const std::vector<Rect>& pictures);

}  // namespace diarium
