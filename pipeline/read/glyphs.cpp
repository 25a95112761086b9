#include "pipeline/read/glyphs.h"

#include <cmath>
#include <cstddef>
#include <optional>

#include "models/unicode.h"

namespace diarium {
namespace {

// In parts of the font size. Letters of one word rarely stand further apart than a tenth, and
// blanks are rarely set narrower than a sixth.
constexpr double kWordGap = 0.1;
constexpr double kBackstep = 0.3;  // kerning moves a letter back, but not by more than this
constexpr double kSameBaseline = 0.06;
constexpr double kSameSize = 0.04;
constexpr double kDouble = 0.12;  // how far apart the two impressions of fake bold stand

double along(const Point& direction, const Point& from, const Point& to) {
  return (to.x - from.x) * direction.x + (to.y - from.y) * direction.y;
}

// Positive towards the foot of the letters.
double across(const Point& direction, const Point& from, const Point& to) {
  return (to.y - from.y) * direction.x - (to.x - from.x) * direction.y;
}

Rect box_of(const Glyph& glyph) {
  const Point end{glyph.origin.x + glyph.width * glyph.direction.x,
                  glyph.origin.y + glyph.width * glyph.direction.y};
  const Point up{glyph.direction.y, -glyph.direction.x};
  Rect box{glyph.origin.x, glyph.origin.y, glyph.origin.x, glyph.origin.y};
  for (const Point& foot : {glyph.origin, end}) {
    for (const double height : {glyph.ascent, -glyph.descent}) {
      const Point corner{foot.x + height * up.x, foot.y + height * up.y};
      box.left = std::min(box.left, corner.x);
      box.right = std::max(box.right, corner.x);
      box.top = std::min(box.top, corner.y);
      box.bottom = std::max(box.bottom, corner.y);
    }
  }
  return box;
}

Point end_of(const Glyph& glyph) {
  return {glyph.origin.x + glyph.advance * glyph.direction.x,
          glyph.origin.y + glyph.advance * glyph.direction.y};
}

bool same_direction(const Glyph& a, const Glyph& b) {
  return a.direction.x * b.direction.x + a.direction.y * b.direction.y > 0.99;
}

bool same_setting(const Glyph& a, const Glyph& b) {
  return a.bold == b.bold && a.italic == b.italic && a.invisible == b.invisible &&
         std::abs(a.size - b.size) <= kSameSize * std::max(a.size, b.size);
}

// Whether `next` stands where the word that ends with `last` goes on, in whatever style.
bool continues(const Glyph& last, const Glyph& next) {
  if (!same_direction(last, next)) return false;
  const double size = std::max(last.size, next.size);
  const double gap = along(last.direction, end_of(last), next.origin);
  return gap < kWordGap * size && gap > -kBackstep * size &&
         std::abs(across(last.direction, last.origin, next.origin)) < 0.6 * size;
}

bool on_same_baseline(const Glyph& a, const Glyph& b) {
  return std::abs(across(a.direction, a.origin, b.origin)) <=
         kSameBaseline * std::max(a.size, b.size);
}

bool is_second_impression(const Glyph& first, const Glyph& second) {
  return first.text == second.text && same_direction(first, second) &&
         std::abs(second.origin.x - first.origin.x) < kDouble * first.size &&
         std::abs(second.origin.y - first.origin.y) < kDouble * first.size;
}

// Whether a mark of this size, raised against its neighbour, is a superscript. `raised` in points.
bool is_raised_small(double size, double neighbour_size, double raised) {
  return size < 0.85 * neighbour_size && raised > 0.1 * neighbour_size &&
         raised < 0.8 * neighbour_size;
}

class WordBuilder {
 public:
  void add(const Glyph& glyph) {
    if (glyph.text == " ") {
      finish();
      return;
    }
    if (last_ && is_second_impression(*last_, glyph)) {
      word_.style.bold = true;
      return;
    }
    const bool follows = last_ && !word_.text.empty() && continues(*last_, glyph);
    if (!follows || !same_setting(*last_, glyph) || !on_same_baseline(*last_, glyph)) {
      finish();
      begin(glyph, follows);
    }
    word_.text += glyph.text;
    word_.box = united(word_.box, box_of(glyph));
    last_ = glyph;
  }

  std::vector<Word> take() {
    finish();
    return std::move(words_);
  }

 private:
  void begin(const Glyph& glyph, bool joined) {
    word_ = Word{};
    word_.baseline = glyph.origin.y;
    word_.size = glyph.size;
    word_.style.bold = glyph.bold;
    word_.style.italic = glyph.italic;
    word_.joined = joined;
  }
  void finish() {
    if (!word_.text.empty()) words_.push_back(std::move(word_));
    word_ = Word{};
  }

  std::vector<Word> words_;
  Word word_;
  std::optional<Glyph> last_;
};

// A marker hangs on the larger word before it, or stands before the note that it opens.
void mark_superscripts(std::vector<Word>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    Word& word = words[i];
    const Word* const before = i > 0 ? &words[i - 1] : nullptr;
    const Word* const after = i + 1 < words.size() ? &words[i + 1] : nullptr;
    const auto raised_over = [&word](const Word* neighbour) {
      return neighbour != nullptr && !neighbour->style.superscript &&
             std::abs(word.box.centre().x - neighbour->box.centre().x) <
                 neighbour->box.width() / 2 + word.box.width() + neighbour->size &&
             is_raised_small(word.size, neighbour->size, neighbour->baseline - word.baseline);
    };
    word.style.superscript = raised_over(before) || raised_over(after);
  }
}

}  // namespace

std::vector<Word> words_of(const std::vector<Glyph>& glyphs) {
  WordBuilder builder;
  for (const Glyph& glyph : glyphs) builder.add(glyph);
  std::vector<Word> words = builder.take();
  mark_superscripts(words);
  for (Word& word : words) word.text = to_nfc(word.text);
  return words;
}

}  // namespace diarium
