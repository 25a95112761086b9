#include "pipeline/ocr/cut_letters.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "models/unicode.h"

namespace diarium {
namespace {

constexpr double kMostTrust = 0.8;
constexpr double kUnder = 0.6;        // of the width of the word, that a line under it covers
constexpr double kFoot = 0.45;        // of its height, from below, in which the line runs
constexpr std::size_t kMost = 6;      // letters that may be cut; more make too many readings
constexpr std::size_t kShortest = 5;  // letters: short words are like too many others

bool is_underlined(const ReadWord& word, const std::vector<Rect>& lines) {
  const Rect& box = word.pixels;
  return std::any_of(lines.begin(), lines.end(), [&](const Rect& line) {
    return line.width() > line.height() && horizontal_overlap(line, box) >= kUnder * box.width() &&
           line.centre().y > box.bottom - kFoot * box.height() &&
           line.centre().y < box.bottom + kFoot * box.height();
  });
}

/// A word, or two words in one: "renhållning-s-taxa".
bool is_known(const std::string& word, const IsWord& is_word) {
  constexpr std::size_t kPart = 4;  // letters, at least
  if (is_word(word)) return true;
  const std::u32string points = code_points(word);
  for (std::size_t cut = kPart; cut + kPart <= points.size(); ++cut) {
    std::u32string head = points.substr(0, cut);
    if (!is_word(to_utf8(points.substr(cut)))) continue;
    if (is_word(to_utf8(head))) return true;
    if (head.back() != U's' || head.size() <= kPart) continue;
    head.pop_back();
    if (is_word(to_utf8(head))) return true;
  }
  return false;
}

/// The one reading with g for some a that `knows` knows; nothing where there are several or none.
template <typename Knows>
std::optional<std::u32string> only_reading(const std::u32string& points, const Knows& knows) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (points[i] == U'a') places.push_back(i);
  }
  if (places.empty() || places.size() > kMost) return std::nullopt;
  std::optional<std::u32string> found;
  for (std::size_t choice = 1; choice < (std::size_t{1} << places.size()); ++choice) {
    std::u32string reading = points;
    for (std::size_t k = 0; k < places.size(); ++k) {
      if ((choice >> k) & 1U) reading[places[k]] = U'g';
    }
    if (!knows(bare_word(to_utf8(reading)))) continue;
    if (found) return std::nullopt;
    found = std::move(reading);
  }
  return found;
}

/// What the letters must be; a word of the list before two in one ("vattenled-nina").
std::optional<std::u32string> mended(const std::u32string& points, const IsWord& is_word) {
  const std::string read = bare_word(to_utf8(points));
  if (is_word(read)) return std::nullopt;
  if (auto found = only_reading(points, is_word)) return found;
  if (is_known(read, is_word)) return std::nullopt;
  return only_reading(points, [&](const std::string& word) { return is_known(word, is_word); });
}

}  // namespace

std::vector<ReadWord> with_cut_letters(std::vector<ReadWord> words, const std::vector<Rect>& lines,
                                       const IsWord& is_word) {
  for (ReadWord& word : words) {
    const std::u32string points = code_points(word.word.text);
    if (points.size() < kShortest || points.size() != word.letters.size()) continue;
    if (!is_underlined(word, lines)) continue;
    const std::optional<std::u32string> right = mended(points, is_word);
    if (!right) continue;
    for (std::size_t i = 0; i < points.size(); ++i)
      word.letters[i].text = to_utf8(right->substr(i, 1));
    if (word.word.raw.empty()) word.word.raw = word.word.text;
    word.word.text = to_utf8(*right);
    word.word.confidence = std::min(word.word.confidence, kMostTrust);
  }
  return words;
}

}  // namespace diarium
