#include "pipeline/layout/spaced_letters.h"

#include <algorithm>
#include <string>

#include "models/unicode.h"

namespace diarium::layout {
namespace {

constexpr std::size_t kLeastLetters = 4;
constexpr double kWidestGap = 0.9;  // type sizes between the letters of a word
constexpr double kUneven = 0.2;     // type sizes by which the gaps of a word differ at most

/// Whether a word is one capital.
bool is_letter_alone(const std::string& word) {
  const char32_t first = first_point(word);
  return is_upper(first) && to_utf8(std::u32string(1, first)) == word;
}

/// Capitals at even distances.
struct Run {
  std::size_t begin = 0;  ///< indices into the line's tokens
  std::size_t end = 0;
  double least = 0;  ///< gap, points
  double most = 0;
  bool same = true;  ///< "X X X X" are marks

  [[nodiscard]] std::size_t letters() const { return end - begin; }
  [[nodiscard]] bool is_word() const { return letters() >= kLeastLetters && !same; }
  /// Whether its letters stand as far apart as those of another.
  [[nodiscard]] bool is_set_like(const Run& other, double uneven) const {
    return std::max(most, other.most) - std::min(least, other.least) <= uneven;
  }
};

std::vector<Run> runs_of(const Upright& page, const TextLine& line) {
  const auto word_at = [&](std::size_t i) -> const std::string& {
    return page.words[page.tokens[line.tokens[i]].word].text;
  };
  const auto gap_before = [&](std::size_t i) {
    return page.tokens[line.tokens[i]].box.left - page.tokens[line.tokens[i - 1]].box.right;
  };
  std::vector<Run> runs;
  for (std::size_t begin = 0; begin < line.tokens.size(); begin = runs.back().end) {
    Run run{.begin = begin, .end = begin + 1, .least = kWidestGap * line.size};
    while (is_letter_alone(word_at(begin)) && run.end < line.tokens.size() &&
           is_letter_alone(word_at(run.end))) {
      const double gap = gap_before(run.end);
      if (gap > kWidestGap * line.size ||
          std::max(run.most, gap) - std::min(run.least, gap) > kUneven * line.size)
        break;
      run.least = std::min(run.least, gap);
      run.most = std::max(run.most, gap);
      run.same = run.same && word_at(run.end) == word_at(begin);
      ++run.end;
    }
    runs.push_back(run);
  }
  return runs;
}

}  // namespace

std::vector<std::size_t> spaced_letters(const Upright& page, const TextLine& line) {
  const std::vector<Run> runs = runs_of(page, line);
  const auto stands_among_words = [&](const Run& run) {
    return std::any_of(runs.begin(), runs.end(), [&](const Run& other) {
      return other.is_word() && run.is_set_like(other, kUneven * line.size);
    });
  };
  std::vector<std::size_t> joined;
  for (const Run& run : runs) {
    if (!run.is_word() && (run.letters() < 2 || !stands_among_words(run))) continue;
    for (std::size_t i = run.begin + 1; i < run.end; ++i) joined.push_back(line.tokens[i]);
  }
  return joined;
}

}  // namespace diarium::layout
