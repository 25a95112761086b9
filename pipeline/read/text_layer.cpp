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
  std::size_t drawn = 0;
  std::size_t hidden = 0;
  std::size_t unreadable = 0;
  std::size_t alphanumeric = 0;
  for (const Glyph& glyph : glyphs) {
    if (glyph.text == " ") continue;
    ++drawn;
    if (glyph.invisible) ++hidden;
    const char32_t point = first_point(glyph.text);
    if (is_unreadable(point)) ++unreadable;
    if (is_letter(point) || is_digit(point)) ++alphanumeric;
  }
  if (drawn == 0) return TextLayer::absent;
  if (2 * hidden > drawn) return TextLayer::hidden;
  // A page number alone is text; rows of signs without one letter are not.
  if (3 * unreadable > drawn || 4 * alphanumeric < drawn) return TextLayer::garbled;
  return TextLayer::usable;
}

}  // namespace diarium
