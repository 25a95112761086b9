#include "pipeline/ocr/digit_groups.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "pipeline/ocr/digit_boxes.h"

namespace diarium {
namespace {

constexpr std::size_t kGroup = 3;
constexpr std::size_t kLeastDigits = 4;
constexpr std::size_t kMostDigits = 9;
// Of the height of a digit. A thin blank is 0.25 wide; a 1 stands up to 0.06 beside the middle of
// its place.
constexpr double kBlank = 0.2;
constexpr double kMostTrust = 0.9;

/// How a number is written: "-1914,2" has a sign, four digits and the decimals ",2".
struct Form {
  std::size_t sign = 0;     // bytes
  std::size_t integer = 0;  // digits
  std::size_t decimals = 0;
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Nothing for a word that is no number of so many digits.
std::optional<Form> form_of(const std::string& text) {
  constexpr std::size_t kMostDecimals = 2;
  Form form{.sign = text.starts_with('-') ? 1U : 0U};
  std::size_t at = form.sign;
  while (at < text.size() && is_digit(text[at])) ++at;
  form.integer = at - form.sign;
  if (form.integer < kLeastDigits || form.integer > kMostDigits) return std::nullopt;
  if (at == text.size()) return form;
  if (text[at] != ',' && text[at] != '.') return std::nullopt;
  form.decimals = text.size() - at - 1;
  const bool right =
      form.decimals > 0 && form.decimals <= kMostDecimals &&
      std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at) + 1, text.end(), is_digit);
  return right ? std::optional(form) : std::nullopt;
}

/// The digits that begin a new group, of the first `integer`. What
/// counts is how far it is from the middle of one digit to the next: digits that are thick, thin or
/// broken, and a 1, keep their places.
std::vector<std::size_t> blanks_in(const std::vector<Rect>& digits, std::size_t integer) {
  std::vector<std::size_t> blanks;
  double longest_within = 0;
  double shortest_between = 1e9;
  double height = 0;
  for (std::size_t i = 1; i < integer; ++i) {
    const double step = digits[i].centre().x - digits[i - 1].centre().x;
    height = std::max(height, digits[i].height());
    if ((integer - i) % kGroup == 0) {
      shortest_between = std::min(shortest_between, step);
      blanks.push_back(i);
    } else {
      longest_within = std::max(longest_within, step);
    }
  }
  if (shortest_between - longest_within < kBlank * height) blanks.clear();
  return blanks;
}

/// The digits [begin, end) of a word whose ink lies between `left` and `right` (pixels).
ReadWord part_of(const ReadWord& whole, std::size_t begin, std::size_t end, double left,
                 double right) {
  ReadWord part = whole;
  part.word.text = whole.word.text.substr(begin, end - begin);
  part.word.confidence = std::min(whole.word.confidence, kMostTrust);
  part.word.raw = begin == 0 ? whole.word.text : std::string();
  part.word.joined = begin == 0 && whole.word.joined;
  part.pixels.left = left;
  part.pixels.right = right;
  const double points = whole.word.box.width() / whole.pixels.width();
  part.word.box.left = whole.word.box.left + (left - whole.pixels.left) * points;
  part.word.box.right = whole.word.box.left + (right - whole.pixels.left) * points;
  if (whole.letters.size() == whole.word.text.size()) {
    const auto letters = whole.letters.begin();
    part.letters.assign(letters + static_cast<std::ptrdiff_t>(begin),
                        letters + static_cast<std::ptrdiff_t>(end));
  }
  return part;
}

std::vector<ReadWord> parts_of(const ReadWord& word, const InkPieces& ink) {
  const auto form = form_of(word.word.text);
  if (!form) return {word};
  std::string read = word.word.text;
  std::erase_if(read, [](char c) { return !is_digit(c); });
  const std::vector<Rect> digits = find_digit_boxes(word.pixels, read, ink);
  if (digits.empty()) return {word};
  const std::vector<std::size_t> blanks = blanks_in(digits, form->integer);
  if (blanks.empty()) return {word};
  std::vector<ReadWord> parts;
  std::size_t begin = 0;  // of the text
  double left = word.pixels.left;
  for (const std::size_t blank : blanks) {
    const std::size_t end = form->sign + blank;
    parts.push_back(part_of(word, begin, end, left, digits[blank - 1].right));
    begin = end;
    left = digits[blank].left;
  }
  parts.push_back(part_of(word, begin, word.word.text.size(), left, word.pixels.right));
  return parts;
}

}  // namespace

std::vector<ReadWord> with_digit_groups(const std::vector<ReadWord>& words, const InkPieces& ink) {
  std::vector<ReadWord> parted;
  parted.reserve(words.size());
  for (const ReadWord& word : words) {
    for (ReadWord& part : parts_of(word, ink)) parted.push_back(std::move(part));
  }
  return parted;
}

}  // namespace diarium
