#include "pipeline/ocr/stroke_weight.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <optional>
#include <utility>

#include "models/unicode.h"

namespace diarium {
namespace {

// Weights are logarithms of a stroke's thickness for its size: 0.1 is a tenth thicker.

// Scanning blurs thin strokes more than thick ones, and small type is cut bolder than large: of
// type half the size strokes are 0.6, not 0.5 times as thick.
constexpr double kGrowth = 0.7;
// A line of capitals or digits alone is taken for larger type than it is.
constexpr double kAscenderOfSize = 0.7;
constexpr std::size_t kLeastLettersToMeasure = 4;

// What is read in dirt, in a line of dots or in handwriting says nothing about the page's faces.
constexpr double kLeastConfidence = 0.6;
constexpr std::size_t kLeastLetters = 40;
// How far the middle half of the regular letters may lie apart.
constexpr double kMostSpread = 0.2;
// Bold faces have strokes 1.25 to 1.7 times as thick as their regular ones, which lie within 1.1.
constexpr double kBoldAbove = 0.19;
constexpr double kLeastBoldAbove = 0.16;
constexpr double kMostBoldAbove = 0.22;
constexpr double kGapBetweenFaces = 0.25;
// The thin ones are regular and no light italic where they are most of the page, or where the
// others are larger: headings.
constexpr double kMostOfPage = 0.5;
constexpr double kMuchOfPage = 0.3;
constexpr double kLargerByLog = 0.05;

// What a word adds to its run: how far it lies above where bold begins, at most so far, times a
// share that grows with its letters.
constexpr double kMostExcess = 0.18;
constexpr double kLettersOfHalfTrust = 2;
// A word of signs, or one that was hardly read, goes with its neighbours.
constexpr double kExcessOfSigns = -0.005;
// What the beginning or end of a bold run costs: within a line, more on a page whose strokes differ
// (a blurred photo), and at the line's end or a wide gap.
constexpr double kCostWithinLine = 0.05;
constexpr double kCostOfSpread = 1.2;
constexpr double kCostBetweenLines = 0.015;

struct Letter {
  double weight = 0;
  double size = 0;  // logarithm
  bool operator<(const Letter& other) const { return weight < other.weight; }
};

using Letters = std::vector<Letter>;

bool rises_above_small_letters(char32_t point) {
  return is_upper(point) || std::u32string_view(U"bdfhklåäö").find(point) != std::u32string::npos;
}

/// The type size, pixels.
double size_of(const ReadWord& word) {
  const std::u32string points = code_points(word.word.text);
  const auto letters = std::count_if(points.begin(), points.end(), is_letter);
  const bool tall = std::any_of(points.begin(), points.end(), rises_above_small_letters);
  if (!tall || static_cast<std::size_t>(letters) < kLeastLettersToMeasure) return word.pixels_size;
  return std::min(word.pixels_size, word.pixels.height() / kAscenderOfSize);
}

std::optional<double> weight_of(const ReadWord& word) {
  const double size = size_of(word);
  if (word.stems <= 0 || size <= 0) return std::nullopt;
  return std::log(word.stems) - kGrowth * std::log(size);
}

std::size_t letters_of(const ReadWord& word) {
  return code_points(word.word.text).size();
}

/// The page's letters by weight.
Letters letters_of(const std::vector<ReadWord>& words) {
  Letters letters;
  for (const ReadWord& word : words) {
    const std::optional<double> weight = weight_of(word);
    if (!weight || word.word.confidence < kLeastConfidence) continue;
    letters.insert(letters.end(), letters_of(word), {*weight, std::log(word.pixels_size)});
  }
  std::sort(letters.begin(), letters.end());
  return letters;
}

/// How many letters are thin when they are parted in two kinds that differ most (Otsu's method).
std::size_t thin_ones(const Letters& letters) {
  const auto add = [](double sum, const Letter& letter) { return sum + letter.weight; };
  const double total = std::accumulate(letters.begin(), letters.end(), 0.0, add);
  std::size_t thin = 0;
  double most = 0;
  double below = 0;
  for (std::size_t i = 1; i < letters.size(); ++i) {
    below += letters[i - 1].weight;
    const auto before = static_cast<double>(i);
    const auto after = static_cast<double>(letters.size() - i);
    const double apart = (total - below) / after - below / before;
    if (before * after * apart * apart <= most) continue;
    most = before * after * apart * apart;
    thin = i;
  }
  return thin;
}

double mean_size(Letters::const_iterator begin, Letters::const_iterator end) {
  const auto add = [](double sum, const Letter& letter) { return sum + letter.size; };
  return std::accumulate(begin, end, 0.0, add) / static_cast<double>(end - begin);
}

double quantile(Letters::const_iterator begin, Letters::const_iterator end, double share) {
  return (begin + static_cast<std::ptrdiff_t>(share * static_cast<double>(end - begin)))->weight;
}

bool are_regular(const Letters& letters, Letters::const_iterator thin_end) {
  const double share =
      static_cast<double>(thin_end - letters.begin()) / static_cast<double>(letters.size());
  if (share > kMostOfPage) return true;
  return share > kMuchOfPage &&
         mean_size(thin_end, letters.end()) > mean_size(letters.begin(), thin_end) + kLargerByLog;
}

struct Faces {
  double bold = 0;    ///< the weight from which on words are bold
  double spread = 0;  ///< how far the middle half of the regular letters lies apart
};

std::optional<Faces> faces_of(const Letters& letters) {
  if (letters.size() < kLeastLetters) return std::nullopt;
  const auto thin_end = letters.begin() + static_cast<std::ptrdiff_t>(thin_ones(letters));
  if (thin_end == letters.begin())
    return Faces{quantile(letters.begin(), letters.end(), 0.5) + kBoldAbove, 0};
  const double gap =
      quantile(thin_end, letters.end(), 0.5) - quantile(letters.begin(), thin_end, 0.5);
  const bool two_faces = gap > kGapBetweenFaces && are_regular(letters, thin_end);
  const auto end = two_faces ? thin_end : letters.end();
  const double spread = quantile(letters.begin(), end, 0.75) - quantile(letters.begin(), end, 0.25);
  if (spread > kMostSpread) return std::nullopt;
  const double above =
      two_faces ? std::clamp(gap / 2, kLeastBoldAbove, kMostBoldAbove) : kBoldAbove;
  return Faces{quantile(letters.begin(), end, 0.5) + above, spread};
}

double excess_of(const ReadWord& word, double bold) {
  const std::optional<double> weight = weight_of(word);
  if (!weight || word.word.confidence < kLeastConfidence) return kExcessOfSigns;
  const auto letters = static_cast<double>(letters_of(word));
  return std::clamp(*weight - bold, -kMostExcess, kMostExcess) * letters /
         (letters + kLettersOfHalfTrust);
}

double cost_between(const Word& before, const Word& after, double spread) {
  const bool level = std::abs(before.baseline - after.baseline) < 0.3 * after.size;
  const double gap = after.box.left - before.box.right;
  const bool beside = gap > -after.size && gap < after.size;
  return level && beside ? std::max(kCostWithinLine, kCostOfSpread * spread) : kCostBetweenLines;
}

/// Which words of the reading order are bold, so that excess less cost is the most (Viterbi).
std::vector<bool> bold_runs(const std::vector<ReadWord>& words, const Faces& faces) {
  std::array<double, 2> best{};                // ending regular, ending bold
  std::vector<std::array<bool, 2>> came_from;  // whether the word before is bold
  for (std::size_t i = 0; i < words.size(); ++i) {
    const double cost = i == 0 ? 0 : cost_between(words[i - 1].word, words[i].word, faces.spread);
    const bool to_regular = best[1] - cost > best[0];
    const bool to_bold = best[1] >= best[0] - cost;
    came_from.push_back({to_regular, to_bold});
    best = {std::max(best[0], best[1] - cost),
            std::max(best[1], best[0] - cost) + excess_of(words[i], faces.bold)};
  }
  std::vector<bool> marked(words.size());
  bool is_bold = best[1] > best[0];
  for (std::size_t i = words.size(); i-- > 0;) {
    marked[i] = is_bold;
    is_bold = came_from[i][is_bold ? 1 : 0];
  }
  return marked;
}

}  // namespace

std::vector<ReadWord> with_bold_marked(std::vector<ReadWord> words) {
  const std::optional<Faces> faces = faces_of(letters_of(words));
  if (!faces) return words;
  const std::vector<bool> marked = bold_runs(words, *faces);
  for (std::size_t i = 0; i < words.size(); ++i) words[i].word.style.bold = marked[i];
  return words;
}

}  // namespace diarium
