#include "pipeline/ocr/raised_marks.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace diarium {
namespace {

// Pixels; smaller digits can't be told from dirt.
constexpr double kLeastHeight = 8;
constexpr double kMostHeight = 60;

// Shares of the height of the line's small letters. Digits are set at 58 to 70 % of the type size,
// a third of it above the baseline.
constexpr double kLowest = 0.57;
constexpr double kLow = 0.65;
constexpr double kTallest = 1.65;
constexpr double kLeastRaise = 0.3;
constexpr double kMostRaise = 1.2;
constexpr double kLeastTop = 1.2;
constexpr double kMostTop = 2.4;
constexpr double kGapToWord = 0.6;
constexpr double kGapToNote = 2.5;
constexpr double kGapOfDigits = 0.3;
constexpr double kGapToDot = 0.12;
constexpr double kTightGap = 0.12;
constexpr std::size_t kMostDigits = 3;

// Shares of the height of the sign itself.
constexpr double kThinnest = 0.15;
constexpr double kWidest = 1.2;
constexpr double kSlender = 0.85;
constexpr double kReach = 14;
constexpr double kUneven = 0.15;
constexpr double kLower = 0.3;
constexpr std::size_t kLeastNeighbours = 1;

/// What the letters beside a sign say about their line.
struct LineMeasure {
  double baseline = 0;
  double letters = 0;  // height of the small ones
};

double share_of(std::vector<double> values, double share) {
  const auto at = values.begin() +
                  static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1) + 0.5);
  std::nth_element(values.begin(), at, values.end());
  return *at;
}

/// `small` of the pieces beside the sign are as high as small letters, or higher.
std::optional<LineMeasure> line_beside(const InkPieces& ink, const Rect& sign, double small) {
  const double height = sign.height();
  std::vector<double> tops;
  std::vector<double> bottoms;
  for (const std::size_t index :
       ink.meeting({sign.left - kReach * height, sign.top - 0.3 * height,
                    sign.right + kReach * height, sign.bottom + 1.6 * height})) {
    const Rect& piece = ink.boxes()[index];
    if (piece == sign) continue;
    if (piece.height() < 0.6 * height || piece.height() > 3.2 * height) continue;
    if (piece.width() > 8 * height) continue;
    if (piece.bottom < sign.bottom - 0.2 * height) continue;
    if (piece.bottom > sign.bottom + 1.9 * height) continue;
    tops.push_back(piece.top);
    bottoms.push_back(piece.bottom);
  }
  if (tops.size() < kLeastNeighbours) return std::nullopt;
  // Descenders are fewer than letters that stand on the line.
  const double baseline = share_of(bottoms, 0.4);
  return LineMeasure{baseline, baseline - share_of(tops, small)};
}

bool has_form_of_digit(const Rect& box) {
  return box.height() >= kLeastHeight && box.height() <= kMostHeight &&
         box.width() >= kThinnest * box.height() && box.width() <= kWidest * box.height();
}

bool is_raised(const Rect& box, const LineMeasure& line) {
  const auto within = [&](double value, double least, double most) {
    return value >= least * line.letters && value <= most * line.letters;
  };
  // A ring of degrees is as low as the lowest digits, but as wide as it is high.
  const bool slender = box.width() <= kSlender * box.height();
  return within(box.height(), slender ? kLowest : kLow, kTallest) &&
         within(line.baseline - box.bottom, kLeastRaise, kMostRaise) &&
         within(line.baseline - box.top, kLeastTop, kMostTop);
}

/// The line that a sign is raised above. Ascenders are fewer than small letters; amid digits and
/// capitals it is the other way round, and nothing that counts as a neighbour is lower than small
/// letters. In coarse print the rings and dots of letters would be taken for signs then.
std::optional<LineMeasure> line_of_raised(const InkPieces& ink, const Rect& sign, Print print) {
  constexpr double kAmidLetters = 0.6;
  constexpr double kAmidDigits = 0.85;
  std::optional<LineMeasure> line = line_beside(ink, sign, kAmidLetters);
  if (line && !is_raised(sign, *line) && print == Print::fine)
    line = line_beside(ink, sign, kAmidDigits);
  if (line && !is_raised(sign, *line)) line.reset();
  return line;
}

/// What stands around a sign, between its top and the baseline.
struct Surroundings {
  std::optional<double> gap_before;
  std::optional<double> gap_after;
  bool letter_after = false;  // the next piece stands on the line
  bool stands_on_ink = false;
};

void look_at(const Rect& piece, const Rect& sign, const LineMeasure& line, Surroundings& around) {
  const double overlap = horizontal_overlap(piece, sign);
  const bool below = piece.bottom > sign.bottom + kLower * sign.height();
  if (overlap > 0.3 * sign.width() || overlap > 0.6 * piece.width()) {
    around.stands_on_ink = around.stands_on_ink || below;
    return;
  }
  const bool before = piece.centre().x < sign.centre().x;
  // The dot of a leaning question mark; a full stop keeps its distance.
  const bool dot = piece.height() < 0.45 * line.letters && piece.top > sign.bottom;
  around.stands_on_ink =
      around.stands_on_ink || (dot && before && -overlap < kGapToDot * line.letters);
  std::optional<double>& gap = before ? around.gap_before : around.gap_after;
  if (gap && *gap <= -overlap) return;
  gap = -overlap;
  if (!before) around.letter_after = below && piece.height() > 0.7 * line.letters;
}

Surroundings surroundings_of(const InkPieces& ink, std::size_t sign_index,
                             const LineMeasure& line) {
  const Rect& sign = ink.boxes()[sign_index];
  const double reach = kGapToNote * line.letters;
  Surroundings around;
  for (const std::size_t index :
       ink.meeting({sign.left - reach, sign.top, sign.right + reach, line.baseline})) {
    const Rect& piece = ink.boxes()[index];
    const bool speck = std::max(piece.width(), piece.height()) < 0.13 * line.letters;
    if (index != sign_index && !speck) look_at(piece, sign, line, around);
  }
  return around;
}

/// A digit of a mark; digits of one mark are found one by one.
std::optional<RaisedMark> mark_at(const InkPieces& ink, std::size_t index, Print print) {
  const Rect& box = ink.boxes()[index];
  if (!has_form_of_digit(box)) return std::nullopt;
  const std::optional<LineMeasure> line = line_of_raised(ink, box, print);
  if (!line) return std::nullopt;
  const Surroundings around = surroundings_of(ink, index, *line);
  if (around.stands_on_ink) return std::nullopt;
  RaisedMark mark{.box = box, .baseline = line->baseline, .letters = line->letters};
  if (!around.gap_before) {
    mark.opens = around.gap_after.has_value();
    if (!mark.opens) return std::nullopt;
    return mark;
  }
  if (*around.gap_before > kGapToWord * line->letters) return std::nullopt;
  const bool letter_follows = around.letter_after && *around.gap_after < kTightGap * line->letters;
  if (letter_follows) return std::nullopt;
  return mark;
}

bool belongs_to(const RaisedMark& mark, const Rect& digit) {
  const double gap = digit.left - mark.box.right;
  return gap < kGapOfDigits * mark.letters && gap > -0.5 * digit.width() &&
         vertical_overlap(mark.box, digit) > 0.6 * digit.height();
}

/// "12" of a "112" between the lines of the cell beside it: a digit as high stands before it.
bool goes_on_number(const RaisedMark& mark, const InkPieces& ink) {
  const Rect& box = mark.box;
  const double uneven = kUneven * box.height();
  const auto before =
      ink.meeting({box.left - kGapOfDigits * mark.letters, box.top, box.left, box.bottom});
  return std::any_of(before.begin(), before.end(), [&](std::size_t index) {
    const Rect& piece = ink.boxes()[index];
    return piece.right <= box.left && has_form_of_digit(piece) &&
           std::abs(piece.top - box.top) <= uneven && std::abs(piece.bottom - box.bottom) <= uneven;
  });
}

/// A number between the lines of the cells beside it stands before no line: nothing near it is
/// lower.
bool opens_nothing(const RaisedMark& mark, const InkPieces& ink) {
  if (!mark.opens) return false;
  const Rect& box = mark.box;
  const auto after =
      ink.meeting({box.right, box.top, box.right + kGapToNote * mark.letters, mark.baseline});
  return std::none_of(after.begin(), after.end(), [&](std::size_t index) {
    const Rect& piece = ink.boxes()[index];
    return piece.left >= box.right && piece.bottom > box.bottom + kLower * box.height();
  });
}

}  // namespace

std::vector<RaisedMark> find_raised_marks(const InkPieces& ink, Print print) {
  std::vector<RaisedMark> digits;
  for (std::size_t index = 0; index < ink.boxes().size(); ++index) {
    if (const auto digit = mark_at(ink, index, print)) digits.push_back(*digit);
  }
  std::sort(digits.begin(), digits.end(),
            [](const RaisedMark& a, const RaisedMark& b) { return a.box.left < b.box.left; });
  std::vector<RaisedMark> marks;
  for (const RaisedMark& digit : digits) {
    const auto mark = std::find_if(marks.begin(), marks.end(), [&](const RaisedMark& known) {
      return belongs_to(known, digit.box);
    });
    if (mark == marks.end()) {
      marks.push_back(digit);
    } else {
      mark->box = united(mark->box, digit.box);
    }
  }
  std::erase_if(marks, [&ink](const RaisedMark& mark) {
    return goes_on_number(mark, ink) || opens_nothing(mark, ink);
  });
  return marks;
}

}  // namespace diarium
