#include "models/drawn_bullets.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>

#include "models/unicode.h"

namespace diarium {
namespace {

// In font sizes of the word behind the bullet.
constexpr double kLeastSide = 0.15;
constexpr double kMostSide = 0.7;
constexpr double kMiddle = 0.3;  // of a bullet above the baseline
constexpr double kOffMiddle = 0.2;
constexpr double kMostGap = 3.5;
constexpr double kNextItem = 6;  // from one bullet to the next
constexpr const char* kBullet = "•";
// A map or a diagram has more dots than a page has list items.
constexpr std::size_t kMostDots = 300;

/// A bullet and the words that it belongs to, by index.
struct Bullet {
  Rect dot;
  std::size_t opens = 0;                 ///< the first word of its line
  std::optional<std::size_t> read_as{};  ///< the sign that was read in its place
};

bool is_sign_on(const Word& word, const Rect& dot) {
  const Point centre = dot.centre();
  return word.box.left <= centre.x && word.box.right >= centre.x && word.box.top <= centre.y &&
         word.box.bottom >= centre.y && code_points(word.text).size() == 1;
}

// The 8 of a narrow bold face is as solid as a bullet.
bool is_digit_on(const Word& word, const Rect& dot) {
  return is_sign_on(word, dot) && is_digit(code_points(word.text).front());
}

bool stands_before(const Rect& dot, const Word& word) {
  const double side = std::max(dot.width(), dot.height());
  const double gap = word.box.left - dot.right;
  const double off = std::abs(word.baseline - kMiddle * word.size - dot.centre().y);
  return gap > 0 && gap <= kMostGap * word.size && off <= kOffMiddle * word.size &&
         side >= kLeastSide * word.size && side <= kMostSide * word.size;
}

bool stands_behind(const Rect& dot, const Word& word) {
  return word.box.top < dot.centre().y && word.box.bottom > dot.centre().y &&
         word.box.left < dot.right && dot.left - word.box.right < kMostGap * word.size;
}

/// Nothing where words stand on both sides of the dot, or none behind it.
std::optional<Bullet> bullet_of(const Rect& dot, const std::vector<Word>& words) {
  std::optional<std::size_t> next;
  std::optional<std::size_t> read_as;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (is_digit_on(words[i], dot)) return std::nullopt;
    if (is_sign_on(words[i], dot)) {
      read_as = i;
    } else if (stands_before(dot, words[i])) {
      if (!next || words[i].box.left < words[*next].box.left) next = i;
    } else if (stands_behind(dot, words[i])) {
      return std::nullopt;
    }
  }
  const bool alone = next && (!words[*next].joined || read_as);
  if (!alone) return std::nullopt;
  return Bullet{dot, *next, read_as};
}

Word word_of(const Bullet& bullet, const std::vector<Word>& words) {
  const Word& next = words[bullet.opens];
  Rect box = bullet.dot;
  box.top = next.box.top;
  box.bottom = next.box.bottom;
  Word word{.text = kBullet,
            .box = box,
            .baseline = next.baseline,
            .size = next.size,
            .confidence = next.confidence};
  if (bullet.read_as) word.raw = words[*bullet.read_as].text;
  if (word.raw == word.text) word.raw.clear();
  return word;
}

bool opens_line(const Word& word, const std::vector<Word>& words) {
  return std::none_of(words.begin(), words.end(), [&word](const Word& other) {
    return other.box.left < word.box.left && stands_behind(word.box, other);
  });
}

/// A doubtful sign right below or above a bullet, at the same distance from the margin: the next
/// one of the list, whose ink was blurred.
bool continues_list(const Word& word, const Word& bullet) {
  const std::u32string points = code_points(word.text);
  return word.confidence < 1 && points.size() == 1 && !is_digit(points.front()) &&
         std::abs(word.box.centre().x - bullet.box.centre().x) < kOffMiddle * bullet.size &&
         std::abs(word.baseline - bullet.baseline) < kNextItem * bullet.size;
}

void read_like_neighbours(std::vector<Word>& words) {
  std::vector<Word> bullets;
  std::copy_if(words.begin(), words.end(), std::back_inserter(bullets),
               [](const Word& word) { return word.text == kBullet; });
  for (Word& word : words) {
    const bool like = word.text != kBullet &&
                      std::any_of(bullets.begin(), bullets.end(), [&word](const Word& bullet) {
                        return continues_list(word, bullet);
                      });
    if (!like || !opens_line(word, words)) continue;
    if (word.raw.empty()) word.raw = word.text;
    word.text = kBullet;
  }
}

}  // namespace

std::vector<Word> with_drawn_bullets(std::vector<Word> words, const std::vector<Rect>& dots) {
  if (dots.size() > kMostDots) return words;
  std::vector<std::optional<Bullet>> bullets(words.size());
  std::vector<bool> replaced(words.size(), false);
  for (const Rect& dot : dots) {
    const std::optional<Bullet> bullet = bullet_of(dot, words);
    if (!bullet) continue;
    bullets[bullet->opens] = bullet;
    if (bullet->read_as) replaced[*bullet->read_as] = true;
  }
  std::vector<Word> all;
  all.reserve(words.size() + dots.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (replaced[i]) continue;
    if (bullets[i]) {
      all.push_back(word_of(*bullets[i], words));
      words[i].joined = false;
    }
    all.push_back(words[i]);
  }
  read_like_neighbours(all);
  return all;
}

}  // namespace diarium
