#include "pipeline/read/drawn_bullets.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace diarium {
namespace {

// In font sizes of the word behind the bullet.
constexpr double kLeastSide = 0.15;
constexpr double kMostSide = 0.7;
constexpr double kMiddle = 0.3;  // of a bullet above the baseline
constexpr double kOffMiddle = 0.2;
constexpr double kMostGap = 3.5;
// A map or a diagram has more dots than a page has list items.
constexpr std::size_t kMostDots = 300;

bool stands_before(const Rect& dot, const Word& word) {
  const double side = std::max(dot.width(), dot.height());
  const double gap = word.box.left - dot.right;
  const double off = std::abs(word.baseline - kMiddle * word.size - dot.centre().y);
  return gap > 0 && gap <= kMostGap * word.size && off <= kOffMiddle * word.size &&
         side >= kLeastSide * word.size && side <= kMostSide * word.size;
}

/// The word that a bullet opens the line of: none where words stand on both sides of the dot.
std::optional<std::size_t> word_behind(const Rect& dot, const std::vector<Word>& words) {
  std::optional<std::size_t> nearest;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word& word = words[i];
    if (stands_before(dot, word)) {
      if (!nearest || word.box.left < words[*nearest].box.left) nearest = i;
    } else if (word.box.top < dot.centre().y && word.box.bottom > dot.centre().y &&
               word.box.left < dot.right && dot.left - word.box.right < kMostGap * word.size) {
      return std::nullopt;
    }
  }
  return nearest;
}

}  // namespace

std::vector<Word> with_drawn_bullets(std::vector<Word> words, const std::vector<Rect>& dots) {
  if (dots.size() > kMostDots) return words;
  std::vector<std::optional<Rect>> bullets(words.size());
  for (const Rect& dot : dots) {
    const std::optional<std::size_t> word = word_behind(dot, words);
    if (word && !words[*word].joined) bullets[*word] = dot;
  }
  std::vector<Word> all;
  all.reserve(words.size() + dots.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (bullets[i]) {
      Rect box = *bullets[i];
      box.top = words[i].box.top;
      box.bottom = words[i].box.bottom;
      all.push_back(
          {.text = "•", .box = box, .baseline = words[i].baseline, .size = words[i].size});
    }
    all.push_back(std::move(words[i]));
  }
  return all;
}

}  // namespace diarium
