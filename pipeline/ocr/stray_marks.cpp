#include "pipeline/ocr/stray_marks.h"

#include <algorithm>
#include <string_view>

namespace diarium {
namespace {

// Of the height of the word below it.
constexpr double kMostHeight = 0.5;
constexpr double kMostGap = 0.5;
constexpr double kMostDepth = 0.4;

/// What a ring, dots or a bar are read as.
bool looks_like_mark(std::string_view text) {
  static constexpr std::string_view kMarks[] = {"o", "O", "0", "°",  "*", ".", "..", ":", "-",
                                                "–", "—", "'", "\"", "”", "´", "`",  "¨", "~"};
  return std::find(std::begin(kMarks), std::end(kMarks), text) != std::end(kMarks);
}

bool stands_on(const Word& mark, const Word& word) {
  const double height = word.box.height();
  const double centre = mark.box.centre().x;
  return mark.box.height() < kMostHeight * height && centre > word.box.left &&
         centre < word.box.right && mark.box.bottom < word.box.top + kMostDepth * height &&
         mark.box.bottom > word.box.top - kMostGap * height;
}

}  // namespace

std::vector<Word> without_stray_marks(std::vector<Word> words) {
  std::vector<Word> kept;
  for (const Word& word : words) {
    const bool stray = looks_like_mark(word.text) &&
                       std::any_of(words.begin(), words.end(), [&](const Word& other) {
                         return other.text.size() > 2 && stands_on(word, other);
                       });
    if (!stray) kept.push_back(word);
  }
  return kept;
}

}  // namespace diarium
