#include "pipeline/ocr/dashes.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "models/span.h"
#include "models/unicode.h"

namespace diarium {
namespace {

// Of the height of a digit or capital.
constexpr double kDash = 0.465;     // shorter is a hyphen: 0.35 to 0.39 in common faces
constexpr double kLongDash = 0.95;  // shorter is a dash: 0.54 to 0.79, a long one from 1.1
constexpr double kThickest = 0.3;
constexpr double kFoot = 0.25;
constexpr std::size_t kUneven = 1;  // pixels
constexpr double kFlat = 0.5;       // a word as low as a dash alone has no foot

bool is_dash(char32_t point) {
  return point == U'-' || point == U'–' || point == U'—';
}

/// The place among code points of a dash between digits, or alone. One a word: "2024–2026".
std::size_t dash_in(const std::u32string& points) {
  const auto count = std::count_if(points.begin(), points.end(), is_dash);
  if (count != 1) return points.size();
  const auto at = static_cast<std::size_t>(std::find_if(points.begin(), points.end(), is_dash) -
                                           points.begin());
  if (points.size() == 1) return at;
  const bool between =
      at > 0 && at + 1 < points.size() && is_digit(points[at - 1]) && is_digit(points[at + 1]);
  return between ? at : points.size();
}

/// The heights of the pieces of ink in `box`, in order.
std::vector<double> heights_in(const Rect& box, const InkPieces& ink) {
  std::vector<double> heights;
  for (const std::size_t index : ink.meeting(box)) {
    const Rect& piece = ink.boxes()[index];
    if (box.contains(piece.centre())) heights.push_back(piece.height());
  }
  std::sort(heights.begin(), heights.end());
  return heights;
}

/// The height of most digits of a word; commas and dashes are lower by half.
double height_of_digits(const Rect& box, const InkPieces& ink) {
  std::vector<double> heights = heights_in(box, ink);
  if (heights.empty()) return 0;
  const double least = heights.back() / 2;
  std::erase_if(heights, [least](double height) { return height < least; });
  return heights[heights.size() / 2];
}

bool has_tall_letter(const Word& word) {
  const std::u32string points = code_points(word.text);
  return std::any_of(points.begin(), points.end(), [](char32_t c) {
    return is_upper(c) || is_digit(c) || std::u32string_view(U"bdfhkl").find(c) < 6;
  });
}

/// The height of the digits of a word, or of the letters beside a dash that stands alone; 0 where
/// nothing says it.
double height_at(const std::vector<ReadWord>& words, std::size_t i, const InkPieces& ink) {
  if (code_points(words[i].word.text).size() > 1) return height_of_digits(words[i].pixels, ink);
  double height = 0;
  const auto ask = [&](const ReadWord& beside) {
    const double middle = words[i].pixels.centre().y;
    const bool in_line = beside.pixels.top < middle && middle < beside.pixels.bottom;
    if (!in_line || !has_tall_letter(beside.word)) return;
    const std::vector<double> heights = heights_in(beside.pixels, ink);
    if (!heights.empty()) height = std::max(height, heights.back());
  };
  if (i > 0) ask(words[i - 1]);
  if (i + 1 < words.size()) ask(words[i + 1]);
  return height;
}

/// The rows of ink of a column of pixels, from the first to the last.
Span ink_of_column(const Image& binary, const Rect& box, int x) {
  Span rows;
  for (auto y = static_cast<std::size_t>(box.top); y < static_cast<std::size_t>(box.bottom); ++y) {
    l_uint32 ink = 0;
    pixGetPixel(binary.get(), x, static_cast<int>(y), &ink);
    if (ink == 0) continue;
    if (rows.empty()) rows.begin = y;
    rows.end = y + 1;
  }
  return rows;
}

/// How long the longest bar in a word is: thin columns of ink on the same rows, not at the foot of
/// the digits. The digits that it touches, and the bar of a 4, have other rows.
double bar_in(const Image& binary, const Rect& box, double height) {
  const auto apart = [](std::size_t a, std::size_t b) { return a < b ? b - a : a - b; };
  const double lowest = box.height() < kFlat * height ? box.bottom : box.bottom - kFoot * height;
  int longest = 0;
  int length = 0;
  Span bar;
  for (int x = static_cast<int>(box.left); x < static_cast<int>(box.right); ++x) {
    const Span rows = ink_of_column(binary, box, x);
    const bool thin = !rows.empty() && static_cast<double>(rows.size()) < kThickest * height &&
                      static_cast<double>(rows.begin) < lowest;
    const bool goes_on = length > 0 && apart(rows.begin, bar.begin) <= kUneven &&
                         apart(rows.end, bar.end) <= kUneven;
    if (!goes_on) bar = rows;
    length = !thin ? 0 : goes_on ? length + 1 : 1;
    longest = std::max(longest, length);
  }
  return longest;
}

std::string_view dash_of(double length, double height) {
  if (length < kDash * height) return "-";
  return length < kLongDash * height ? "–" : "—";
}

void set_dash(ReadWord& read, std::u32string points, std::size_t at, std::string_view dash) {
  points[at] = first_point(dash);
  if (read.word.raw.empty()) read.word.raw = read.word.text;
  read.word.text = to_utf8(points);
  for (ReadLetter& letter : read.letters) {
    if (is_dash(first_point(letter.text))) letter.text = dash;
  }
}

}  // namespace

std::vector<ReadWord> with_dashes_told(std::vector<ReadWord> words, const Image& binary,
                                       const InkPieces& ink) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::u32string points = code_points(words[i].word.text);
    const std::size_t at = dash_in(points);
    if (at == points.size()) continue;
    const double height = height_at(words, i, ink);
    const double length = bar_in(binary, words[i].pixels, height);
    if (height == 0 || length == 0) continue;
    const std::string_view dash = dash_of(length, height);
    if (first_point(dash) != points[at]) set_dash(words[i], points, at, dash);
  }
  return words;
}

}  // namespace diarium
