#include "pipeline/ocr/digit_groups.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "pipeline/ocr/digit_boxes.h"

namespace diarium {
namespace {

constexpr std::size_t kGroup = 3;
constexpr std::size_t kLeastDigits = 4;
constexpr std::size_t kMostDigits = 9;
// Of the height of a digit. A thin blank is 0.25 wide; a 1 stands up to 0.06 beside the middle of
// its place, and up to 0.12 further from its neighbours than other digits do.
constexpr double kBlank = 0.2;
constexpr double kBlankByWhite = 0.25;
constexpr double kLeastStop = 0.1;
constexpr double kHighestStop = 0.4;
constexpr double kMostTrust = 0.9;

/// How a number is written: "-1914,2" has four digits and the decimals ",2".
struct Form {
  std::vector<std::size_t> digits;  // bytes, where each digit of the integer part stands
  std::size_t decimals = 0;
  bool has_stops = false;  // "2.500"
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool are_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), is_digit);
}

/// Whether a group of digits behind a full stop begins at `at`.
bool is_group(std::string_view text, std::size_t at) {
  return text.size() >= at + kGroup && are_digits(text.substr(at, kGroup)) &&
         (text.size() == at + kGroup || !is_digit(text[at + kGroup]));
}

/// Nothing for a word that is no number of so many digits.
std::optional<Form> form_of(std::string_view text) {
  constexpr std::size_t kMostDecimals = 2;
  Form form;
  std::size_t at = text.starts_with('-') ? 1 : 0;
  for (; at < text.size(); ++at) {
    const bool stop = text[at] == '.' && !form.digits.empty() && is_group(text, at + 1);
    if (!stop && !is_digit(text[at])) break;
    form.has_stops = form.has_stops || stop;
    if (!stop) form.digits.push_back(at);
  }
  if (form.digits.size() < kLeastDigits || form.digits.size() > kMostDigits) return std::nullopt;
  if (at == text.size()) return form;
  if (text[at] != ',' && text[at] != '.') return std::nullopt;
  const std::string_view decimals = text.substr(at + 1);
  form.decimals = decimals.size();
  const bool right = !decimals.empty() && decimals.size() <= kMostDecimals && are_digits(decimals);
  return right ? std::optional(form) : std::nullopt;
}

/// Whether a dot or more is printed in the gap before a digit.
bool has_stop_before(const Rect& digit, const Rect& before, const InkPieces& ink) {
  const double height = digit.height();
  const Rect gap{before.right, digit.bottom - kHighestStop * height, digit.left, digit.bottom};
  const auto pieces = ink.meeting(gap);
  return std::any_of(pieces.begin(), pieces.end(), [&](std::size_t index) {
    const Rect& piece = ink.boxes()[index];
    return piece.left >= gap.left && piece.right <= gap.right &&
           piece.height() >= kLeastStop * height;
  });
}

bool begins_group(std::size_t digit, std::size_t integer) {
  return digit > 0 && (integer - digit) % kGroup == 0;
}

/// By how much the narrowest place between groups of the first `integer` digits is wider than the
/// widest within one.
template <typename Distance>
double standing_out(const std::vector<Rect>& digits, std::size_t integer, Distance distance) {
  double widest_within = -1e9;
  double narrowest_between = 1e9;
  for (std::size_t i = 1; i < integer; ++i) {
    const double here = distance(digits[i - 1], digits[i]);
    if (begins_group(i, integer)) {
      narrowest_between = std::min(narrowest_between, here);
    } else {
      widest_within = std::max(widest_within, here);
    }
  }
  return narrowest_between - widest_within;
}

double usual_height(const std::vector<Rect>& digits) {
  std::vector<double> heights;
  for (const Rect& digit : digits) heights.push_back(digit.height());
  const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
  std::nth_element(heights.begin(), middle, heights.end());
  return *middle;
}

/// Whether blanks are printed between the groups of the first `integer` digits. Where digits are
/// equally wide, how far it is from the middle of one to the next tells: thick, thin and broken
/// ones and a 1 keep their places. Old style figures aren't; there the white between them tells.
bool has_blanks(const std::vector<Rect>& digits, std::size_t integer) {
  const double height = usual_height(digits);
  const double steps = standing_out(
      digits, integer, [](const Rect& a, const Rect& b) { return b.centre().x - a.centre().x; });
  const double gaps =
      standing_out(digits, integer, [](const Rect& a, const Rect& b) { return b.left - a.right; });
  return steps >= kBlank * height || gaps >= kBlankByWhite * height;
}

/// The digits that begin a new group, of the first `integer`; none where no blanks are printed.
std::vector<std::size_t> blanks_in(const std::vector<Rect>& digits, std::size_t integer) {
  std::vector<std::size_t> blanks;
  if (!has_blanks(digits, integer)) return blanks;
  for (std::size_t i = 1; i < integer; ++i) {
    if (begins_group(i, integer)) blanks.push_back(i);
  }
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

/// The recogniser sees full stops in blanks of coarse print; those that are printed stay.
bool has_printed_stop(const std::vector<Rect>& digits, const std::vector<std::size_t>& blanks,
                      const InkPieces& ink) {
  return std::any_of(blanks.begin(), blanks.end(), [&](std::size_t blank) {
    return has_stop_before(digits[blank], digits[blank - 1], ink);
  });
}

std::vector<ReadWord> parts_of(const ReadWord& word, const InkPieces& ink) {
  const auto form = form_of(word.word.text);
  if (!form) return {word};
  std::string read = word.word.text;
  std::erase_if(read, [](char c) { return !is_digit(c); });
  const std::vector<Rect> digits = find_digit_boxes(word.pixels, read, ink);
  if (digits.empty()) return {word};
  const std::vector<std::size_t> blanks = blanks_in(digits, form->digits.size());
  if (blanks.empty() || (form->has_stops && has_printed_stop(digits, blanks, ink))) return {word};
  std::vector<ReadWord> parts;
  std::size_t begin = 0;  // of the text
  double left = word.pixels.left;
  for (const std::size_t blank : blanks) {
    const std::size_t end = form->digits[blank - 1] + 1;
    parts.push_back(part_of(word, begin, end, left, digits[blank - 1].right));
    begin = form->digits[blank];
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
