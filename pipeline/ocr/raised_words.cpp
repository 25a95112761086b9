#include "pipeline/ocr/raised_words.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace diarium {
namespace {

// Shares of the height of small letters.
constexpr double kMostDrift = 0.6;
constexpr double kMostGap = 1.0;
constexpr double kMostGapOfNote = 4.0;
// A digit is this share of its type size high.
constexpr double kDigitShareOfSize = 0.7;

/// A number on the page, points.
struct Place {
  Rect box;
  double baseline = 0;  // of its line
  double letters = 0;
};

Place place_of(const RaisedMark& mark, const Placement& placement) {
  const Point foot = placement.to_page(Point{mark.box.centre().x, mark.baseline});
  return {placement.to_page(mark.box), foot.y, mark.letters * placement.points_per_pixel_y};
}

Word word_of(const RaisedNumber& number, const Place& place) {
  return {.text = number.digits,
          .box = place.box,
          .baseline = place.box.bottom,
          .size = place.box.height() / kDigitShareOfSize,
          .style = {.superscript = true},
          .confidence = number.confidence,
          .joined = !number.mark.opens,
          .raw = number.raw};
}

bool shares_line(const Word& word, const Place& place) {
  return std::abs(word.baseline - place.baseline) < kMostDrift * place.letters;
}

/// The word that a number follows, or that follows it.
std::optional<std::size_t> neighbour_of(const std::vector<ReadWord>& words, const Place& place,
                                        bool opens) {
  std::optional<std::size_t> nearest;
  double least = (opens ? kMostGapOfNote : kMostGap) * place.letters;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word& word = words[i].word;
    if (!shares_line(word, place)) continue;
    const double gap = opens ? word.box.left - place.box.right : place.box.left - word.box.right;
    const bool starts_before = word.box.left < place.box.centre().x;
    if (starts_before == opens || gap > least) continue;
    least = gap;
    nearest = i;
  }
  return nearest;
}

bool is_length(std::string_view text) {
  constexpr std::string_view kUnits[] = {"m", "km", "cm", "dm", "mm"};
  return std::find(std::begin(kUnits), std::end(kUnits), text) != std::end(kUnits);
}

// "samhället¹ ." where the gap of the number was read as a blank.
bool is_closing_mark(const Word& word) {
  return word.text == "." || word.text == "," || word.text == ";" || word.text == ":" ||
         word.text == ")" || word.text == ").";
}

/// The part of a word whose letters [begin, end) are.
Word part_of(const ReadWord& whole, std::size_t begin, std::size_t end) {
  Word part = whole.word;
  part.text.clear();
  part.box = {};
  for (std::size_t i = begin; i < end; ++i) {
    part.text += whole.letters[i].text;
    part.box = united(part.box, whole.letters[i].box);
  }
  part.box.top = whole.word.box.top;
  part.box.bottom = whole.word.box.bottom;
  return part;
}

// How many letters stand before the number.
std::size_t letters_before(const ReadWord& word, const Place& place) {
  const auto after = std::find_if(
      word.letters.begin(), word.letters.end(),
      [&](const ReadLetter& letter) { return letter.box.centre().x > place.box.centre().x; });
  return static_cast<std::size_t>(after - word.letters.begin());
}

std::vector<Word> with_number(const ReadWord& word, const RaisedNumber& number,
                              const Place& place) {
  if (is_length(word.word.text) && (number.digits == "2" || number.digits == "3")) {
    Word unit = word.word;
    unit.text += number.digits == "2" ? "²" : "³";
    unit.box = united(unit.box, place.box);
    return {unit};
  }
  const std::size_t before = letters_before(word, place);
  if (before == 0 || before == word.letters.size()) return {word.word, word_of(number, place)};
  Word rest = part_of(word, before, word.letters.size());
  rest.joined = true;
  return {part_of(word, 0, before), word_of(number, place), rest};
}

/// Which word each number belongs to; those of no word under the number of words.
std::multimap<std::size_t, const RaisedNumber*> by_word(const std::vector<ReadWord>& words,
                                                        const std::vector<RaisedNumber>& numbers,
                                                        const Placement& placement) {
  std::multimap<std::size_t, const RaisedNumber*> found;
  for (const RaisedNumber& number : numbers) {
    const Place place = place_of(number.mark, placement);
    found.emplace(neighbour_of(words, place, number.mark.opens).value_or(words.size()), &number);
  }
  return found;
}

}  // namespace

std::vector<Word> with_raised_numbers(const std::vector<ReadWord>& words,
                                      const std::vector<RaisedNumber>& numbers,
                                      const Placement& placement) {
  const auto placed = by_word(words, numbers, placement);
  std::vector<Word> page;
  bool after_number = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::vector<Word> parts{words[i].word};
    parts.front().joined = after_number && is_closing_mark(parts.front());
    for (auto [it, end] = placed.equal_range(i); it != end; ++it) {
      const RaisedNumber& number = *it->second;
      const Place place = place_of(number.mark, placement);
      if (number.mark.opens) {
        page.push_back(word_of(number, place));
      } else if (parts.size() == 1) {
        parts = with_number(words[i], number, place);
      }
    }
    page.insert(page.end(), parts.begin(), parts.end());
    after_number = page.back().style.superscript;
  }
  for (auto [it, end] = placed.equal_range(words.size()); it != end; ++it) {
    page.push_back(word_of(*it->second, place_of(it->second->mark, placement)));
    page.back().joined = false;
  }
  return page;
}

}  // namespace diarium
