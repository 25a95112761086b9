#include "pipeline/ocr/digit_groups.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

namespace diarium {
namespace {

constexpr std::size_t kGroup = 3;
constexpr std::size_t kLeastDigits = 4;
constexpr std::size_t kMostDigits = 9;
// Of the height of a digit. A thin blank is 0.25 wide; a 1 stands up to 0.12 further from its
// neighbours than other digits do.
constexpr double kBlank = 0.2;
constexpr double kBlankAmongTouching = 0.25;  // where the gap within a group isn't seen
constexpr double kSpeck = 0.4;
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

/// The digits of a word from left to right. Those that touch share their ink evenly.
struct Digits {
  std::vector<Rect> boxes;
  bool touch = false;
};

/// The pieces of ink of a word that are no specks, from left to right.
std::vector<Rect> pieces_of(const ReadWord& word, const InkPieces& ink) {
  std::vector<Rect> pieces;
  for (const std::size_t index : ink.meeting(word.pixels)) {
    const Rect& piece = ink.boxes()[index];
    if (piece.height() > kSpeck * word.pixels.height()) pieces.push_back(piece);
  }
  std::sort(pieces.begin(), pieces.end(),
            [](const Rect& a, const Rect& b) { return a.left < b.left; });
  return pieces;
}

/// Nothing where the ink doesn't come out as many digits as were read: digits of a face are equally
/// wide, but for a 1.
std::optional<Digits> digits_of(const ReadWord& word, std::size_t expected, const InkPieces& ink) {
  const std::vector<Rect> pieces = pieces_of(word, ink);
  double width = 0;
  for (const Rect& piece : pieces) width += piece.width();
  const double usual = width / static_cast<double>(expected);
  Digits digits;
  for (const Rect& piece : pieces) {
    const auto count = static_cast<int>(std::max(1L, std::lround(piece.width() / usual)));
    digits.touch = digits.touch || count > 1;
    const double share = piece.width() / count;
    for (int i = 0; i < count; ++i) {
      const double left = piece.left + i * share;
      digits.boxes.push_back({left, piece.top, left + share, piece.bottom});
    }
  }
  if (digits.boxes.size() != expected) return std::nullopt;
  return digits;
}

/// The digits that begin a new group, of the first `integer`.
std::vector<std::size_t> blanks_in(const Digits& word, std::size_t integer) {
  const std::vector<Rect> digits(word.boxes.begin(),
                                 word.boxes.begin() + static_cast<std::ptrdiff_t>(integer));
  std::vector<std::size_t> blanks;
  double widest_within = 0;
  double narrowest_between = 1e9;
  double height = 0;
  for (std::size_t i = 1; i < digits.size(); ++i) {
    const double gap = digits[i].left - digits[i - 1].right;
    height = std::max(height, digits[i].height());
    if ((digits.size() - i) % kGroup == 0) {
      narrowest_between = std::min(narrowest_between, gap);
      blanks.push_back(i);
    } else {
      widest_within = std::max(widest_within, gap);
    }
  }
  const double blank = word.touch ? kBlankAmongTouching : kBlank;
  if (narrowest_between - widest_within < blank * height) blanks.clear();
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
  const auto digits = digits_of(word, form->integer + form->decimals, ink);
  if (!digits) return {word};
  const std::vector<std::size_t> blanks = blanks_in(*digits, form->integer);
  if (blanks.empty()) return {word};
  std::vector<ReadWord> parts;
  std::size_t begin = 0;  // of the text
  double left = word.pixels.left;
  for (const std::size_t blank : blanks) {
    const std::size_t end = form->sign + blank;
    parts.push_back(part_of(word, begin, end, left, digits->boxes[blank - 1].right));
    begin = end;
    left = digits->boxes[blank].left;
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
