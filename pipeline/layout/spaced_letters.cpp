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

}  // namespace

std::vector<std::size_t> spaced_letters(const Upright& page, const TextLine& line) {
  const auto word_at = [&](std::size_t i) -> const std::string& {
    return page.words[page.tokens[line.tokens[i]].word].text;
  };
  const auto gap_before = [&](std::size_t i) {
    return page.tokens[line.tokens[i]].box.left - page.tokens[line.tokens[i - 1]].box.right;
  };
  std::vector<std::size_t> joined;
  for (std::size_t begin = 0; begin < line.tokens.size();) {
    std::size_t end = begin + 1;
    double least = kWidestGap * line.size;
    double most = 0;
    bool same = true;  // "X X X X" are marks
    while (is_letter_alone(word_at(begin)) && end < line.tokens.size() &&
           is_letter_alone(word_at(end))) {
      const double gap = gap_before(end);
      if (gap > kWidestGap * line.size ||
          std::max(most, gap) - std::min(least, gap) > kUneven * line.size)
        break;
      least = std::min(least, gap);
      most = std::max(most, gap);
      same = same && word_at(end) == word_at(begin);
      ++end;
    }
    if (end - begin >= kLeastLetters && !same) {
      for (std::size_t i = begin + 1; i < end; ++i) joined.push_back(line.tokens[i]);
    }
    begin = end;
  }
  return joined;
}

}  // namespace diarium::layout
