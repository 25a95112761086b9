#include "pipeline/ocr/digit_boxes.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <utility>

namespace diarium {
namespace {

// All of the height of a digit. Digits of a face are equally wide, but for a 1: 0.64 to 0.75 in
// common faces, at 0.74 to 0.87 from one to the next.
constexpr double kSpeck = 0.4;
constexpr double kWidth = 0.68;
constexpr double kStep = 0.78;
constexpr double kLeastStep = 0.5;
constexpr double kWidest = 1.1;  // the nought of old style figures
constexpr double kMostUneven = 0.25;
constexpr double kTangled = 0.35;

constexpr std::size_t kMostPieces = 4;    // of digits that are broken
constexpr std::size_t kMostTogether = 9;  // that touch each other
constexpr std::size_t kMostTangled = 2;   // that are broken as well

bool stand_on_each_other(const Rect& a, const Rect& b) {
  return horizontal_overlap(a, b) > 0.5 * std::min(a.width(), b.width());
}

/// The bar of a 7, the foot of a 2; a minus sign stands in the middle, a comma is no wider than
/// high.
bool is_flat_stroke(const Rect& piece, const Rect& line) {
  constexpr double kEdge = 0.3;  // of the height of the line
  const double edge = kEdge * line.height();
  const bool at_edge = piece.centre().y < line.top + edge || piece.centre().y > line.bottom - edge;
  return at_edge && piece.width() > kSpeck * line.height();
}

/// The pieces of ink of digits, from left to right, those above each other united.
std::vector<Rect> pieces_in(const Rect& line, const InkPieces& ink) {
  std::vector<Rect> pieces;
  for (const std::size_t index : ink.meeting(line)) {
    const Rect& piece = ink.boxes()[index];
    if (piece.height() > kSpeck * line.height() || is_flat_stroke(piece, line))
      pieces.push_back(piece);
  }
  std::sort(pieces.begin(), pieces.end(),
            [](const Rect& a, const Rect& b) { return a.left < b.left; });
  std::vector<Rect> whole;
  for (const Rect& piece : pieces) {
    if (!whole.empty() && stand_on_each_other(whole.back(), piece)) {
      whole.back() = united(whole.back(), piece);
    } else {
      whole.push_back(piece);
    }
  }
  return whole;
}

/// How ill a width fits that of so many digits, squared. A 1 may be as thin as it likes.
double misfit(double width, std::size_t count, bool one, double height) {
  const double expected = (kStep * static_cast<double>(count - 1) + kWidth) * height;
  if (one && width < expected) return 0;
  return (width - expected) * (width - expected);
}

/// The cheapest way to make the first digits of the first pieces.
struct Division {
  double cost = std::numeric_limits<double>::infinity();
  std::size_t pieces = 0;  // the last of them that make
  std::size_t digits = 0;  // the last of these
};

/// Every division of pieces among digits, by how many of each are used.
class Divisions {
 public:
  Divisions(const std::vector<Rect>& pieces, std::string_view digits, double height)
      : pieces_(pieces),
        digits_(digits),
        height_(height),
        best_((pieces.size() + 1) * (digits.size() + 1)) {
    at(0, 0).cost = 0;
    for (std::size_t piece = 0; piece < pieces.size(); ++piece) {
      for (std::size_t digit = 0; digit < digits.size(); ++digit) extend(piece, digit);
    }
  }

  /// The digits of the cheapest one; empty where all are poor.
  [[nodiscard]] std::vector<Rect> boxes() {
    std::size_t piece = pieces_.size();
    std::size_t digit = digits_.size();
    const double most = kMostUneven * height_;
    if (at(piece, digit).cost > most * most * static_cast<double>(digit)) return {};
    std::vector<Rect> boxes;
    while (piece > 0) {
      const Division& last = at(piece, digit);
      const Rect whole = united_pieces(piece - last.pieces, piece);
      const double share = whole.width() / static_cast<double>(last.digits);
      for (std::size_t i = 0; i < last.digits; ++i) {
        const double right = whole.right - static_cast<double>(i) * share;
        boxes.push_back({right - share, whole.top, right, whole.bottom});
      }
      piece -= last.pieces;
      digit -= last.digits;
    }
    std::reverse(boxes.begin(), boxes.end());
    return boxes;
  }

 private:
  Division& at(std::size_t pieces, std::size_t digits) {
    return best_[pieces * (digits_.size() + 1) + digits];
  }

  [[nodiscard]] Rect united_pieces(std::size_t begin, std::size_t end) const {
    Rect whole = pieces_[begin];
    for (std::size_t i = begin + 1; i < end; ++i) whole = united(whole, pieces_[i]);
    return whole;
  }

  void extend(std::size_t piece, std::size_t digit) {
    const double so_far = at(piece, digit).cost;
    if (so_far == std::numeric_limits<double>::infinity()) return;
    const std::size_t most_pieces = std::min(kMostPieces, pieces_.size() - piece);
    for (std::size_t pieces = 1; pieces <= most_pieces; ++pieces) {
      const double width = united_pieces(piece, piece + pieces).width();
      const std::size_t most_digits =
          std::min(pieces == 1 ? kMostTogether : kMostTangled, digits_.size() - digit);
      for (std::size_t digits = 1; digits <= most_digits; ++digits) {
        const bool one = digits == 1 && digits_[digit] == '1';
        double cost = so_far + misfit(width, digits, one, height_);
        // Half of a digit that has grown together with half of the next; rather digits that are.
        if (pieces > 1 && digits > 1) cost += kTangled * kTangled * height_ * height_;
        Division& known = at(piece + pieces, digit + digits);
        if (cost < known.cost) known = {cost, pieces, digits};
      }
    }
  }

  const std::vector<Rect>& pieces_;
  std::string_view digits_;
  double height_;
  std::vector<Division> best_;
};

/// Half of a broken digit that was taken for a whole one stands too close to its neighbour.
bool are_too_close(const std::vector<Rect>& boxes, std::string_view digits, double height) {
  for (std::size_t i = 1; i < boxes.size(); ++i) {
    const double step = boxes[i].centre().x - boxes[i - 1].centre().x;
    if (step < kLeastStep * height && digits[i] != '1' && digits[i - 1] != '1') return true;
  }
  return false;
}

}  // namespace

std::vector<Rect> find_digit_boxes(const Rect& box, std::string_view digits, const InkPieces& ink) {
  constexpr std::size_t kMostDirt = 8;  // pieces a digit
  std::vector<Rect> pieces = pieces_in(box, ink);
  if (pieces.empty() || pieces.size() > kMostDirt * digits.size()) return {};
  double height = 0;
  double width = 0;
  for (const Rect& piece : pieces) {
    height = std::max(height, piece.height());
    width = std::max(width, piece.width());
  }
  const bool one_each = pieces.size() == digits.size() && width <= kWidest * height;
  std::vector<Rect> boxes =
      one_each ? std::move(pieces) : Divisions(pieces, digits, height).boxes();
  if (are_too_close(boxes, digits, height)) boxes.clear();
  return boxes;
}

}  // namespace diarium
