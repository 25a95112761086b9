#include "pipeline/ocr/older_reading.h"

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <string_view>
#include <unordered_set>

#include "models/unicode.h"

namespace diarium {
namespace {

constexpr std::size_t kFewestLetters = 40;  // of all words that can be judged
constexpr double kAsMany = 0.9;
constexpr double kBetter = 0.02;        // of the letters, that more stand in known words
constexpr double kSureOfItself = 0.95;  // mean confidence
constexpr std::size_t kShortestWord = 3;
constexpr std::size_t kLongestEnding = 4;
constexpr std::size_t kShortestStem = 4;

// The letters of a word without the signs around it, in lower case; empty for numbers, codes and
// words too short to tell anything.
std::u32string letters_of(const Word& word) {
  std::u32string points = code_points(to_lower(word.text));
  while (!points.empty() && !is_letter(points.back()) && !is_digit(points.back()))
    points.pop_back();
  const auto first = std::find_if(points.begin(), points.end(),
                                  [](char32_t p) { return is_letter(p) || is_digit(p); });
  points.erase(points.begin(), first);
  const bool plain = std::none_of(points.begin(), points.end(), is_digit);
  return plain && points.size() >= kShortestWord ? points : std::u32string();
}

struct Worth {
  std::size_t letters = 0;
  std::size_t known = 0;
  double confidence = 0;  // mean by letters

  [[nodiscard]] double share() const {
    return letters == 0 ? 0 : static_cast<double>(known) / static_cast<double>(letters);
  }
};

Worth worth_of(const std::vector<Word>& words, const IsWord& is_word) {
  Worth worth;
  double sum = 0;
  for (const Word& word : words) {
    const std::u32string letters = letters_of(word);
    worth.letters += letters.size();
    sum += word.confidence * static_cast<double>(letters.size());
    if (!letters.empty() && is_word(to_utf8(letters))) worth.known += letters.size();
  }
  if (worth.letters > 0) worth.confidence = sum / static_cast<double>(worth.letters);
  return worth;
}

class Stems {
 public:
  explicit Stems(const char* dictionary) {
    std::ifstream file(dictionary);
    for (std::string line; std::getline(file, line);)
      stems_.insert(to_lower(line.substr(0, line.find('/'))));
  }
  [[nodiscard]] bool is_word(const std::string& word) const {
    std::u32string stem = code_points(word);
    for (std::size_t ending = 0; ending <= kLongestEnding; ++ending) {
      if (stems_.contains(to_utf8(stem))) return true;
      if (stem.size() <= kShortestStem) return false;
      stem.pop_back();
    }
    return false;
  }

 private:
  std::unordered_set<std::string> stems_;
};

}  // namespace

bool older_reading_stands(const std::vector<Word>& older, const std::vector<Word>& own,
                          const IsWord& is_word) {
  const Worth before = worth_of(older, is_word);
  if (before.letters < kFewestLetters) return false;
  const Worth now = worth_of(own, is_word);
  return static_cast<double>(before.letters) >= kAsMany * static_cast<double>(now.letters) &&
         now.confidence < kSureOfItself && before.share() > now.share() + kBetter;
}

const IsWord& swedish_words() {
  static const IsWord kIsWord = [stems = Stems("/usr/share/hunspell/sv_SE.dic")](
                                    const std::string& word) { return stems.is_word(word); };
  return kIsWord;
}

std::string bare_word(std::string_view word) {
  std::u32string points = code_points(to_lower(word));
  while (!points.empty() && !is_letter(points.back())) points.pop_back();
  points.erase(points.begin(), std::find_if(points.begin(), points.end(), is_letter));
  return to_utf8(points);
}

}  // namespace diarium
