#include "pipeline/layout/list_items.h"

#include <algorithm>
#include <cmath>

#include "models/line_forms.h"
#include "models/unicode.h"
#include "pipeline/layout/markers.h"

namespace diarium::layout {
namespace {

// In parts of the type size; a blank is a quarter.
constexpr double kSetOff = 0.5;
constexpr double kFarOff = 0.9;

struct Opening {
  std::string word;
  double gap = 0;  ///< between the first word and the next
  double text_left = 0;
  bool before_capital = false;
};

/// The first word, with the words that hang on it ("1" and "."), and what follows it.
Opening opening_of(const Upright& page, const TextLine& line) {
  Opening opening;
  std::size_t next = 0;
  do {
    opening.word += page.words[page.tokens[line.tokens[next]].word].text;
    ++next;
  } while (next < line.tokens.size() && joined(page, page.tokens[line.tokens[next]]) &&
           opening.word.size() < 8);
  if (next == line.tokens.size()) return {};
  opening.text_left = page.tokens[line.tokens[next]].box.left;
  opening.before_capital =
      is_upper(first_point(page.words[page.tokens[line.tokens[next]].word].text));
  opening.gap = opening.text_left - page.tokens[line.tokens[next - 1]].box.right;
  return opening;
}

/// The bare number of at most two digits that a line begins with, before a capital; 0 where there
/// is none.
int bare_number_of(const Upright& page, const TextLine& line) {
  if (line.tokens.size() < 2 || line.bold_share > 0.5 || line.zone != BlockKind::paragraph)
    return 0;
  const std::string& word = page.words[page.tokens[line.tokens[0]].word].text;
  const std::string& next = page.words[page.tokens[line.tokens[1]].word].text;
  const bool digits = word.size() <= 2 && word.find_first_not_of("0123456789") == std::string::npos;
  return digits && is_upper(first_point(next)) ? std::stoi(word) : 0;
}

bool is_initial(const std::string& word) {
  const std::u32string points = code_points(word);
  return points.size() == 2 && points[1] == U'.' && is_upper(points[0]);
}

}  // namespace

Marking list_marking_of(const Upright& page, const TextLine& line) {
  const Opening opening = opening_of(page, line);
  const bool set_off = opening.gap >= kSetOff * line.size;
  const bool far_off = opening.gap >= kFarOff * line.size;
  const bool bare =
      opening.word == "o" || (is_number(opening.word) && is_note_marker(opening.word));
  const bool blurred = page.words[page.tokens[line.tokens.front()].word].confidence < 1 &&
                       (is_blurred_bullet(opening.word) ||
                        (may_be_misread_one(opening.word) && opening.before_capital));
  if (opening.word.empty()) return {};
  if (is_initial(opening.word) && !set_off) return {};
  if (!is_list_marker(opening.word) && !((bare || blurred) && far_off && !line.bold)) {
    return {};
  }
  return {.marker = opening.word, .text_left = opening.text_left, .set_off = set_off};
}

Marking counted_marking_of(const Upright& page, const std::vector<TextLine>& lines, std::size_t i) {
  constexpr std::size_t kNear = 8;  // lines
  const TextLine& line = lines[i];
  const int number = bare_number_of(page, line);
  if (number == 0) return {};
  const std::size_t begin = i > kNear ? i - kNear : 0;
  const std::size_t end = std::min(lines.size(), i + kNear + 1);
  for (std::size_t k = begin; k < end; ++k) {
    const int other = bare_number_of(page, lines[k]);
    const bool counts = other > 0 && other - number == (k < i ? -1 : 1);
    if (k == i || !counts || std::abs(lines[k].box.left - line.box.left) > 0.3 * line.size)
      continue;
    return {.marker = page.words[page.tokens[line.tokens[0]].word].text,
            .text_left = page.tokens[line.tokens[1]].box.left,
            .set_off = true};
  }
  return {};
}

namespace {

/// Whether the marker of a numbered item of `other` stands in the same column, and its text too.
bool shares_number_column(const Upright& page, const TextLine& line, double text_left,
                          const TextLine& other) {
  constexpr double kSameEdge = 0.4;
  const Marking marking = list_marking_of(page, other);
  if (!marking.set_off || !is_digit(first_point(marking.marker))) return false;
  const Rect& own = page.tokens[line.tokens.front()].box;
  const Rect& its = page.tokens[other.tokens.front()].box;
  return other.column == line.column &&
         std::abs(marking.text_left - text_left) < kSameEdge * line.size &&
         (std::abs(own.left - its.left) < kSameEdge * line.size ||
          horizontal_overlap(own, its) > 0);
}

}  // namespace

Marking columned_marking_of(const Upright& page, const std::vector<TextLine>& lines,
                            std::size_t i) {
  constexpr std::size_t kNear = 8;  // lines
  const TextLine& line = lines[i];
  if (page.words[page.tokens[line.tokens.front()].word].confidence >= 1) return {};
  const Opening opening = opening_of(page, line);
  if (opening.gap < kSetOff * line.size || !may_be_misread_number(opening.word)) return {};
  const std::size_t begin = i > kNear ? i - kNear : 0;
  const std::size_t end = std::min(lines.size(), i + kNear + 1);
  for (std::size_t k = begin; k < end; ++k) {
    if (k == i || !shares_number_column(page, line, opening.text_left, lines[k])) continue;
    return {.marker = opening.word, .text_left = opening.text_left, .set_off = true};
  }
  return {};
}

Marking note_marking_of(const Upright& page, const TextLine& line) {
  // A raised number is a word of its own, joined or not to the text that it marks.
  const Token& first = page.tokens[line.tokens.front()];
  const std::string& word = page.words[first.word].text;
  if (line.tokens.size() < 2 || !is_note_marker(word)) return {};
  const Token& next = page.tokens[line.tokens[1]];
  if (joined(page, next) && !page.words[first.word].style.superscript) return {};
  return {.marker = word, .text_left = next.box.left, .set_off = true};
}

}  // namespace diarium::layout
