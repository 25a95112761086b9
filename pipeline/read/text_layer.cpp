#include "pipeline/read/text_layer.h"

#include <algorithm>
#include <cstddef>

#include "models/unicode.h"

namespace diarium {
namespace {

// Letters that no font of a readable document maps to: unmapped, private use, control characters.
bool is_unreadable(char32_t point) {
  return point == 0xFFFD || (point >= 0xE000 && point <= 0xF8FF) || (point < 0x20) ||
         (point >= 0x7F && point < 0xA0) || point >= 0xF0000;
}

}  // namespace

TextLayer judge_text_layer(const std::vector<Glyph>& glyphs) {
  std::size_t seen = 0;
  std::size_t unreadable = 0;
  std::size_t alphanumeric = 0;
  for (const Glyph& glyph : glyphs) {
    if (glyph.text == " " || glyph.ink != Ink::seen) continue;
    ++seen;
    const char32_t point = first_point(glyph.text);
    if (is_unreadable(point)) ++unreadable;
    if (is_letter(point) || is_digit(point)) ++alphanumeric;
  }
  const std::size_t hidden = letters_with(Ink::none, glyphs) + letters_with(Ink::covered, glyphs);
  if (seen + hidden == 0) return TextLayer::absent;
  if (hidden > seen) return TextLayer::hidden;
  // A page number alone is text; rows of signs without one letter are not.
  if (3 * unreadable > seen || 4 * alphanumeric < seen) return TextLayer::garbled;
  return TextLayer::usable;
}

std::size_t letters_with(Ink ink, const std::vector<Glyph>& glyphs) {
  return static_cast<std::size_t>(
      std::count_if(glyphs.begin(), glyphs.end(),
                    [ink](const Glyph& glyph) { return glyph.ink == ink && glyph.text != " "; }));
}

std::vector<Glyph> seen_letters(std::vector<Glyph> glyphs, const std::vector<Rect>& pictures) {
  std::erase_if(glyphs, [&pictures](const Glyph& glyph) {
    if (glyph.ink != Ink::none) return glyph.ink != Ink::seen;
    return std::none_of(pictures.begin(), pictures.end(),
                        [&glyph](const Rect& box) { return box.contains(glyph.origin); });
  });
  return glyphs;
}

}  // namespace diarium
