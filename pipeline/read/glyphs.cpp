#include "pipeline/read/glyphs.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <utility>

#include "models/unicode.h"
#include "pipeline/read/accents.h"

namespace diarium {
namespace {

// In parts of the font size. Letters of one word rarely stand further apart than a tenth, and
// blanks are rarely set narrower than a sixth.
constexpr double kWordGap = 0.1;
constexpr double kWidestTracking = 0.3;  // letters set apart evenly; wider is a row of single signs
constexpr double kTrackingSpread = 0.04;
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

bool same_direction(const Glyph& a, const Glyph& b) {
  return a.direction.x * b.direction.x + a.direction.y * b.direction.y > 0.99;
}

bool same_setting(const Glyph& a, const Glyph& b) {
  return a.bold == b.bold && a.italic == b.italic && a.ink == b.ink && a.struck == b.struck &&
         a.underlined == b.underlined &&
         std::abs(a.size - b.size) <= kSameSize * std::max(a.size, b.size);
}

// Whether `next` stands where the word that ends with `last` goes on, in whatever style.
// `tracking`: by how much all letters of this run are set apart, in parts of the size. Some writers
// space letters out by an advance that they take back at once, so the letter counts by its advance
// or by its own width.
bool continues(const Glyph& last, const Glyph& next, double tracking) {
  if (!same_direction(last, next)) return false;
  const double size = std::max(last.size, next.size);
  const double step = along(last.direction, last.origin, next.origin);
  const auto [less, more] = std::minmax({step - last.advance, step - last.width});
  return less < (kWordGap + tracking) * size && more > -kBackstep * size &&
         std::abs(across(last.direction, last.origin, next.origin)) < 0.6 * size;
}

bool on_same_baseline(const Glyph& a, const Glyph& b) {
  return std::abs(across(a.direction, a.origin, b.origin)) <=
         kSameBaseline * std::max(a.size, b.size);
}

bool is_second_impression(const Glyph& first, const Glyph& second) {
  const double offset = std::min(kDouble * first.size, first.width / 2);
  return first.text == second.text && same_direction(first, second) &&
         std::abs(second.origin.x - first.origin.x) < offset &&
         std::abs(second.origin.y - first.origin.y) < offset;
}

// "B O R G M Ä S T A R E" in one drawing operation: its letters stand apart by the same amount,
// which is not a row of words of one letter. In parts of the size, 0 for ordinary text.
double tracking_of(std::span<const Glyph> run) {
  std::vector<double> gaps;
  for (std::size_t i = 1; i < run.size(); ++i) {
    const Glyph& last = run[i - 1];
    if (last.text == " " || run[i].text == " " || last.size <= 0) continue;
    gaps.push_back((along(last.direction, last.origin, run[i].origin) - last.width) / last.size);
  }
  if (gaps.size() < 3) return 0;
  const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
  std::nth_element(gaps.begin(), middle, gaps.end());
  const double median = *middle;
  const auto alike = std::count_if(gaps.begin(), gaps.end(), [median](double gap) {
    return std::abs(gap - median) <= kTrackingSpread;
  });
  const bool even = 3 * static_cast<std::size_t>(alike) >= 2 * gaps.size();
  return even && median > 0 && median <= kWidestTracking ? median : 0;
}

// Whether a mark of this size, raised against its neighbour, is a superscript. `raised` in points.
bool is_raised_small(double size, double neighbour_size, double raised) {
  return size < 0.85 * neighbour_size && raised > 0.1 * neighbour_size &&
         raised < 0.8 * neighbour_size;
}

class WordBuilder {
 public:
  void add(const Glyph& glyph, double tracking) {
    if (glyph.text == " ") {
      finish();
      return;
    }
    if (last_ && is_second_impression(*last_, glyph)) {
      word_.style.bold = true;
      return;
    }
    const bool follows = last_ && !word_.text.empty() && continues(*last_, glyph, tracking);
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

// Finds a word by its text and place, within kDouble.
class PrintedWords {
 public:
  // The earlier word of which `words[at]` is a second impression; remembers it if there is none.
  std::optional<std::size_t> first_impression(const std::vector<Word>& words, std::size_t at) {
    const Word& word = words[at];
    const double reach = kDouble * word.size;
    for (const double dx : {-reach, reach}) {
      for (const double dy : {-reach, reach}) {
        const auto found = by_place_.find(square_of(word, dx, dy));
        if (found == by_place_.end()) continue;
        const Word& first = words[found->second];
        if (std::abs(first.box.left - word.box.left) < reach &&
            std::abs(first.baseline - word.baseline) < reach) {
          return found->second;
        }
      }
    }
    by_place_.try_emplace(square_of(word, 0, 0), at);
    return std::nullopt;
  }

 private:
  using Square = std::tuple<std::string, long, long>;  // text, column and row, a letter wide

  static Square square_of(const Word& word, double dx, double dy) {
    const double side = std::max(word.size, 0.1);
    return {word.text, std::lround(std::floor((word.box.left + dx) / side)),
            std::lround(std::floor((word.baseline + dy) / side))};
  }

  std::map<Square, std::size_t> by_place_;
};

// Lines drawn a second time to look bold come after the first impression as words of their own.
std::vector<Word> without_second_impressions(std::vector<Word> words) {
  PrintedWords printed;
  std::vector<bool> dropped(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::optional<std::size_t> first = printed.first_impression(words, i);
    if (!first) continue;
    dropped[i] = true;
    const Rect& box = words[*first].box;
    if (box.left != words[i].box.left || box.top != words[i].box.top)
      words[*first].style.bold = true;
  }
  std::vector<Word> kept;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!dropped[i]) kept.push_back(std::move(words[i]));
  }
  return kept;
}

}  // namespace

std::vector<Word> words_of(std::vector<Glyph> glyphs) {
  glyphs = with_accents_set(std::move(glyphs));
  WordBuilder builder;
  for (auto first = glyphs.begin(); first != glyphs.end();) {
    const auto last = std::find_if(first, glyphs.end(),
                                   [first](const Glyph& glyph) { return glyph.run != first->run; });
    const double tracking = tracking_of({first, last});
    for (; first != last; ++first) builder.add(*first, tracking);
  }
  std::vector<Word> words = without_second_impressions(builder.take());
  mark_superscripts(words);
  for (Word& word : words) word.text = to_nfc(word.text);
  return words;
}

}  // namespace diarium
