#include "pipeline/ocr/stray_marks.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "models/unicode.h"

namespace diarium {
namespace {

// Of the height of the word below it.
constexpr double kMostHeight = 0.5;
constexpr double kMostGap = 0.5;
constexpr double kMostDepth = 0.4;

constexpr std::size_t kFewLetters = 3;
constexpr double kSmaller = 0.8;
constexpr double kMostlyWithin = 0.5;
constexpr double kFlat = 0.4;  // of its type size: lower than any letter

constexpr double kDots = 0.35;  // of the height of most words: flatter than letters are
constexpr std::size_t kLeastDots = 6;
constexpr double kGuessed = 0.3;  // no letters were recognised in them
constexpr double kTrustInDots = 0.8;
constexpr double kGuessedOnDots = 0.35;
constexpr std::string_view kDotsText = "......";

constexpr double kBorder = 3;   // points
constexpr double kSpeck = 0.2;  // of the type size
constexpr double kApart = 0.9;

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

/// A row of rings and dots that was read as a line of its own: "PN" for the dots of two letters.
bool is_flat(const Word& word) {
  return !word.style.superscript && word.size > 0 && word.box.height() < kFlat * word.size &&
         code_points(word.text).size() <= kFewLetters;
}

/// Parts of large letters that were read once more as a line of small ones: the dots of an ö as
/// "DE".
bool is_read_twice(const Word& word, const Word& other) {
  if (word.style.superscript || word.joined) return false;
  if (code_points(word.text).size() > kFewLetters || word.size > kSmaller * other.size ||
      other.text.size() <= word.text.size()) {
    return false;
  }
  return common_part(word.box, other.box).area() > kMostlyWithin * word.box.area();
}

bool has_letter_or_digit(const Word& word) {
  const std::u32string points = code_points(word.text);
  return std::any_of(points.begin(), points.end(),
                     [](char32_t c) { return is_letter(c) || is_digit(c); });
}

/// Ink at the very border: printers leave it white, scanners show what lies behind the paper.
bool is_shadow_of_edge(const Word& word, double width) {
  return word.box.left < kBorder || word.box.right > width - kBorder;
}

/// Smaller than signs are, with nothing beside it that it could belong to.
bool is_speck(const Word& word, const std::vector<Word>& words) {
  if (std::max(word.box.width(), word.box.height()) > kSpeck * word.size) return false;
  return std::none_of(words.begin(), words.end(), [&](const Word& other) {
    const double gap = std::max(other.box.left - word.box.right, word.box.left - other.box.right);
    return &other != &word && gap < kApart * word.size && vertical_overlap(other.box, word.box) > 0;
  });
}

/// The height of most words, points; 0 on a page without any.
double usual_height(const std::vector<Word>& words) {
  std::vector<double> heights;
  for (const Word& word : words) heights.push_back(word.box.height());
  if (heights.empty()) return 0;
  const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
  std::nth_element(heights.begin(), middle, heights.end());
  return *middle;
}

/// A line of dots to sign on is read as many letters, each as flat as a dot; the words that it
/// falls into become one.
std::vector<Word> with_lines_of_dots(const std::vector<Word>& words) {
  const double flat = kDots * usual_height(words);
  const auto is_flat_text = [flat](const Word& word) {
    return !word.style.superscript && word.box.height() < flat && has_letter_or_digit(word);
  };
  std::vector<Word> result;
  bool open = false;
  for (const Word& word : words) {
    const bool goes_on =
        open && is_flat_text(word) && vertical_overlap(result.back().box, word.box) > 0;
    const bool begins = is_flat_text(word) && word.confidence < kGuessed &&
                        code_points(word.text).size() >= kLeastDots;
    if (goes_on) {
      result.back().box = united(result.back().box, word.box);
      result.back().raw += " " + word.text;
      continue;
    }
    result.push_back(word);
    open = begins;
    if (!begins) continue;
    result.back().raw = word.text;
    result.back().text = kDotsText;
    result.back().confidence = kTrustInDots;
  }
  return result;
}

/// What was guessed to stand on a line of dots is more of its dots, taller because the letters
/// beside them are.
std::vector<Word> without_guesses_on_dots(const std::vector<Word>& words) {
  const auto is_on = [](const Word& guess, const Word& dots) {
    const double middle = dots.box.centre().y;
    const double x = guess.box.centre().x;
    return dots.text == kDotsText && &guess != &dots && x > dots.box.left && x < dots.box.right &&
           middle > guess.box.top && middle < guess.box.bottom;
  };
  std::vector<Word> result = words;
  std::vector<bool> guessed(words.size(), false);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].confidence >= kGuessedOnDots) continue;
    for (std::size_t k = 0; k < words.size() && !guessed[i]; ++k) {
      if (!is_on(words[i], words[k])) continue;
      guessed[i] = true;
      result[k].raw += " " + words[i].text;
    }
  }
  std::size_t i = 0;
  std::erase_if(result, [&](const Word&) { return guessed[i++]; });
  return result;
}

}  // namespace

std::vector<Word> without_stray_marks(std::vector<Word> words, double width) {
  words = without_guesses_on_dots(with_lines_of_dots(words));
  std::vector<Word> kept;
  for (const Word& word : words) {
    const bool mark = looks_like_mark(word.text) || is_flat(word);
    const bool stray = std::any_of(words.begin(), words.end(), [&](const Word& other) {
      return (mark && other.text.size() > 1 && stands_on(word, other)) ||
             is_read_twice(word, other);
    });
    const bool sign = !has_letter_or_digit(word);
    const bool dirt = sign && (is_shadow_of_edge(word, width) || is_speck(word, words));
    if (!stray && !dirt) kept.push_back(word);
  }
  return kept;
}

}  // namespace diarium
