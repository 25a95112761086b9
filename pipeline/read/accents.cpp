#include "pipeline/read/accents.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string_view>
#include <utility>

#include "models/unicode.h"

namespace diarium {
namespace {

struct Accent {
  std::string_view spacing;    ///< as it stands alone
  std::string_view combining;  ///< as it follows its letter
};

constexpr std::array<Accent, 9> kAccents = {{
    {"¨", "\u0308"},
    {"´", "\u0301"},
    {"`", "\u0300"},
    {"˚", "\u030A"},
    {"ˆ", "\u0302"},
    {"˜", "\u0303"},
    {"¸", "\u0327"},
    {"ˇ", "\u030C"},
    {"¯", "\u0304"},
}};

std::string_view combining_form(const Glyph& glyph) {
  const auto found = std::find_if(kAccents.begin(), kAccents.end(), [&glyph](const Accent& accent) {
    return accent.spacing == glyph.text;
  });
  return found == kAccents.end() ? std::string_view{} : found->combining;
}

// Whether the accent stands over (or under) the letter rather than beside it.
bool stands_over(const Glyph& accent, const Glyph& letter) {
  const double dx = letter.origin.x + letter.width / 2 * letter.direction.x - accent.origin.x -
                    accent.width / 2 * accent.direction.x;
  const double dy = letter.origin.y + letter.width / 2 * letter.direction.y - accent.origin.y -
                    accent.width / 2 * accent.direction.y;
  const double along = std::abs(dx * letter.direction.x + dy * letter.direction.y);
  const double across = std::abs(dy * letter.direction.x - dx * letter.direction.y);
  return along < 0.3 * letter.size && across < 0.5 * letter.size &&
         is_letter(first_point(letter.text));
}

}  // namespace

std::vector<Glyph> with_accents_set(std::vector<Glyph> glyphs) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    const std::string_view combining = combining_form(glyphs[i]);
    if (!combining.empty() && i + 1 < glyphs.size() && stands_over(glyphs[i], glyphs[i + 1])) {
      glyphs[i + 1].text += combining;
      continue;
    }
    if (!combining.empty() && kept > 0 && stands_over(glyphs[i], glyphs[kept - 1])) {
      glyphs[kept - 1].text += combining;
      continue;
    }
    if (kept != i) glyphs[kept] = std::move(glyphs[i]);
    ++kept;
  }
  glyphs.resize(kept);
  return glyphs;
}

}  // namespace diarium
