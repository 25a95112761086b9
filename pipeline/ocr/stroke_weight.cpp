#include "pipeline/ocr/stroke_weight.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "models/unicode.h"

namespace diarium {
namespace {

// Bold faces have strokes 1.25 to 1.7 times as thick as their regular ones, which themselves lie
// within 1.1 on a clean page; on a noisy one bold must stand out more.
constexpr double kLeastExcess = 0.2;
constexpr double kExcessInSpreads = 2.2;
// A share of that for a word beside a bold one; more for a word of few letters alone.
constexpr double kExcessBesideBold = 0.6;
constexpr double kExcessOfShort = 1.6;
// And more for a word alone among regular ones of its line, where a blot makes as much difference.
constexpr double kExcessOfLone = 1.35;
constexpr std::size_t kFewLetters = 3;
// How far the middle half of the page's words may lie apart, of their median.
constexpr double kMostSpread = 0.16;
constexpr std::size_t kLeastLetters = 60;
// A longer run of ink is a bar of a letter, not a stem.
constexpr double kStemOfSize = 0.3;
constexpr int kLeastRuns = 8;

/// Lengths of runs of ink in the rows of a word.
struct Runs {
  double length = 0;
  int count = 0;
};

Runs stems_in(const Image& ink, const Rect& box, int longest) {
  const int width = pixGetWidth(ink.get());
  const int height = pixGetHeight(ink.get());
  const int left = std::clamp(static_cast<int>(box.left), 0, width);
  const int right = std::clamp(static_cast<int>(box.right), 0, width);
  const int bottom = std::clamp(static_cast<int>(box.bottom), 0, height);
  Runs stems;
  for (int y = std::max(0, static_cast<int>(box.top)); y < bottom; ++y) {
    const l_uint32* row =
        pixGetData(ink.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(ink.get());
    int run = 0;
    for (int x = left; x <= right; ++x) {
      if (x < right && GET_DATA_BIT(row, x) != 0) {
        ++run;
        continue;
      }
      if (run > 0 && run <= longest) {
        stems.length += run;
        ++stems.count;
      }
      run = 0;
    }
  }
  return stems;
}

std::size_t letters_of(const ReadWord& word) {
  return code_points(word.word.text).size();
}

// Thickness of the stems of a word as a share of its size; 0 where it has too little ink to tell.
double weight_of(const ReadWord& word, const Image& ink) {
  const double size = word.pixels_size;
  if (size <= 0) return 0;
  const Runs stems = stems_in(ink, word.pixels, std::max(2, static_cast<int>(kStemOfSize * size)));
  return stems.count < kLeastRuns ? 0 : stems.length / stems.count / size;
}

/// The weights of the page's letters, in order.
std::vector<double> by_letter(const std::vector<ReadWord>& words,
                              const std::vector<double>& weights) {
  std::vector<double> letters;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (weights[i] > 0) letters.insert(letters.end(), letters_of(words[i]), weights[i]);
  }
  std::sort(letters.begin(), letters.end());
  return letters;
}

bool shares_line(const ReadWord& a, const ReadWord& b) {
  return std::abs(a.word.baseline - b.word.baseline) < 0.3 * a.word.size;
}

}  // namespace

std::vector<ReadWord> with_bold_marked(std::vector<ReadWord> words, const Image& ink) {
  if (!ink) return words;
  std::vector<double> weights;
  for (const ReadWord& word : words) weights.push_back(weight_of(word, ink));
  const std::vector<double> letters = by_letter(words, weights);
  if (letters.size() < kLeastLetters) return words;
  const double usual = letters[letters.size() / 2];
  const double spread = letters[letters.size() * 3 / 4] - letters[letters.size() / 4];
  if (spread > kMostSpread * usual) return words;

  const double excess = std::max(kLeastExcess, kExcessInSpreads * spread / usual);
  const auto exceeds = [&](std::size_t index, double share) {
    return weights[index] >= (1 + share * excess) * usual;
  };
  std::vector<bool> clear;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::size_t count = letters_of(words[i]);
    // The stem of a capital I is as thick as bold type; only its neighbours tell.
    clear.push_back(count > 1 && exceeds(i, count < kFewLetters ? kExcessOfShort : 1.0));
  }
  const auto on_line = [&](std::size_t index, std::size_t other) {
    return other < words.size() && shares_line(words[other], words[index]);
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    bool amid_others = false;
    bool beside_bold = false;
    bool supported = false;
    for (const std::size_t other : {i - 1, i + 1}) {
      amid_others = amid_others || on_line(i, other);
      beside_bold = beside_bold || (on_line(i, other) && clear[other]);
      supported = supported || (on_line(i, other) && exceeds(other, kExcessBesideBold));
    }
    const bool lone = amid_others && !supported;
    words[i].word.style.bold = lone ? clear[i] && exceeds(i, kExcessOfLone)
                                    : clear[i] || (beside_bold && exceeds(i, kExcessBesideBold));
  }
  return words;
}

}  // namespace diarium
