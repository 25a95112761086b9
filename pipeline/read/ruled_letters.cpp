#include "pipeline/read/ruled_letters.h"

#include <algorithm>
#include <cstddef>

#include "models/ruled_mark.h"

namespace diarium {
namespace {

constexpr std::size_t kMostRulings = 6000;  // layout/ looks at no more either

std::vector<Rect> rulings_across(const std::vector<Ruling>& rulings) {
  std::vector<Rect> across;
  for (const Ruling& ruling : rulings) {
    if (ruling.box.width() >= ruling.box.height()) across.push_back(ruling.box);
  }
  std::sort(across.begin(), across.end(),
            [](const Rect& a, const Rect& b) { return a.centre().y < b.centre().y; });
  return across;
}

void note(Glyph& glyph, const std::vector<Rect>& across) {
  const double middle = glyph.origin.x + glyph.width / 2;
  const double foot = glyph.origin.y;
  auto ruling = std::lower_bound(across.begin(), across.end(), foot - kLowestBaseline * glyph.size,
                                 [](const Rect& box, double y) { return box.centre().y < y; });
  for (; ruling != across.end() && ruling->centre().y <= foot - kHighestBaseline * glyph.size;
       ++ruling) {
    if (middle < ruling->left || middle >= ruling->right) continue;
    const auto mark = ruled_mark(*ruling, foot, glyph.size);
    glyph.struck = glyph.struck || mark == RuledMark::strike;
    glyph.underlined = glyph.underlined || mark == RuledMark::underline;
  }
}

bool is_upright(const Glyph& glyph) {
  return glyph.direction.x > 0.99 && glyph.size > 0;
}

}  // namespace

std::vector<Glyph> with_rulings_noted(std::vector<Glyph> glyphs,
                                      const std::vector<Ruling>& rulings) {
  const std::vector<Rect> across = rulings_across(rulings);
  if (across.empty() || across.size() > kMostRulings) return glyphs;
  for (Glyph& glyph : glyphs) {
    if (is_upright(glyph)) note(glyph, across);
  }
  return glyphs;
}

}  // namespace diarium
