#include "pipeline/ocr/pen_strokes.h"

#include <algorithm>

namespace diarium {
namespace {

// Of 19 words that were read in the signatures of 12 scanned pages none had more than 0.51, none
// was narrower than 2.3 sizes; printed words whose letters touch are mostly read with 0.9.
constexpr double kMostConfidence = 0.6;
constexpr double kLeastWidthInSizes = 2;
constexpr double kLeastShareOfWidth = 0.85;
constexpr double kReachInSizes = 1.5;

bool is_one_stroke(const ReadWord& word, const InkPieces& ink) {
  if (word.word.confidence > kMostConfidence) return false;
  if (word.pixels.width() < kLeastWidthInSizes * word.pixels_size) return false;
  const auto pieces = ink.meeting(word.pixels);
  return std::any_of(pieces.begin(), pieces.end(), [&](std::size_t index) {
    return common_part(ink.boxes()[index], word.pixels).width() >=
           kLeastShareOfWidth * word.pixels.width();
  });
}

// Whether `other` stands in the same line as `word`, with no more than a blank between them.
bool is_beside(const ReadWord& word, const ReadWord& other) {
  const double reach = kReachInSizes * word.pixels_size;
  const Rect near{word.pixels.left - reach, word.pixels.top, word.pixels.right + reach,
                  word.pixels.bottom};
  return !common_part(near, other.pixels).empty();
}

}  // namespace

std::vector<ReadWord> without_pen_strokes(std::vector<ReadWord> words, const InkPieces& ink) {
  std::vector<const ReadWord*> print;
  std::vector<const ReadWord*> strokes;
  for (const ReadWord& word : words) (is_one_stroke(word, ink) ? strokes : print).push_back(&word);
  std::vector<bool> drawn(words.size(), false);
  for (const ReadWord* stroke : strokes) {
    drawn[static_cast<std::size_t>(stroke - words.data())] =
        std::none_of(print.begin(), print.end(), [stroke](const ReadWord* word) {
          return word->word.confidence > kMostConfidence && is_beside(*stroke, *word);
        });
  }
  std::vector<ReadWord> kept;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!drawn[i]) kept.push_back(std::move(words[i]));
  }
  return kept;
}

}  // namespace diarium
