#include "pipeline/ocr/flow_ink.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace diarium {
namespace {

// Points.
constexpr double kRim = 1;         // of an outline, that is paler
constexpr double kLongPiece = 14;  // no letter is as long
constexpr double kAtBox = 3;       // a piece of ink that begins at a box
constexpr double kMostThickness = 4;
// Of a dash: length in thicknesses.
constexpr double kDash = 2;
// Letters of one row: how unequal in height, and how far apart in heights of the lower one.
constexpr double kUnequal = 1.8;
constexpr double kApart = 0.6;
// Stretches of ink that a row of pixels through a word of joined letters meets, and a column.
constexpr double kAcrossWord = 3;
constexpr double kDownWord = 1.25;
constexpr double kAcrossLetters = 1.4;  // of some letters, that may be a part of a word
constexpr double kWidestWord = 12;      // heights of the highest letter
constexpr double kLetterInBox = 0.25;   // of the box's shorter side
constexpr int kMostPieces = 20'000;

double pixels_of(double points, int resolution) {
  return points * resolution / kPointsPerInch;
}

Rect widened(const Rect& box, double by) {
  return {box.left - by, box.top - by, box.right + by, box.bottom + by};
}

/// Paints a figure, `rim` pixels wider, white.
void erase(const Shape& shape, double rim, const Image& ink) {
  const Shape wide{widened(shape.box, rim), shape.kind};
  const int top = std::max(0, static_cast<int>(wide.box.top));
  const int bottom =
      std::min(static_cast<int>(pixGetHeight(ink.get())), static_cast<int>(wide.box.bottom) + 1);
  for (int y = top; y < bottom; ++y) {
    double in = 0;
    const double up =
        std::min(1.0, std::abs(y + 0.5 - wide.box.centre().y) / (wide.box.height() / 2));
    if (shape.kind == ShapeKind::diamond) in = wide.box.width() / 2 * up;
    if (shape.kind == ShapeKind::ellipse) in = wide.box.width() / 2 * (1 - std::sqrt(1 - up * up));
    const int left = static_cast<int>(std::floor(wide.box.left + in));
    const int right = static_cast<int>(std::ceil(wide.box.right - in));
    pixRasterop(ink.get(), left, y, right - left, 1, PIX_CLR, nullptr, 0, 0);
  }
}

void erase(const InkPiece& piece, const Image& ink) {
  pixRasterop(ink.get(), static_cast<int>(piece.box.left), static_cast<int>(piece.box.top),
              static_cast<int>(piece.box.width()), static_cast<int>(piece.box.height()),
              PIX_DST & PIX_NOT(PIX_SRC), piece.ink.get(), 0, 0);
}

bool has_ink(const Image& mask, int x, int y) {
  return GET_DATA_BIT(pixGetData(mask.get()) + y * pixGetWpl(mask.get()), x) != 0;
}

/// Stretches of ink along all rows of pixels of a mask.
int stretches_along_rows(const Image& mask) {
  const int width = pixGetWidth(mask.get());
  const int height = pixGetHeight(mask.get());
  int stretches = 0;
  for (int y = 0; y < height; ++y) {
    bool before = false;
    for (int x = 0; x < width; ++x) {
      const bool now = has_ink(mask, x, y);
      if (now && !before) ++stretches;
      before = now;
    }
  }
  return stretches;
}

/// How many stretches of ink a row of pixels through the piece meets, on average.
double stretches_across(const InkPiece& piece) {
  return stretches_along_rows(piece.ink) / piece.box.height();
}

/// Whether a piece is a word whose letters run into one another.
bool is_joined_word(const InkPiece& piece) {
  if (piece.box.width() < piece.box.height() || stretches_across(piece) < kAcrossWord) return false;
  const Image turned(pixRotate90(piece.ink.get(), 1));
  return turned && stretches_along_rows(turned) >= kDownWord * piece.box.width();
}

/// No letter is higher: in a large picture all is large.
double highest_letter(const std::vector<Shape>& boxes, int resolution) {
  std::vector<double> sides;
  for (const Shape& box : boxes) sides.push_back(std::min(box.box.width(), box.box.height()));
  const auto middle = sides.begin() + static_cast<std::ptrdiff_t>(sides.size() / 2);
  std::nth_element(sides.begin(), middle, sides.end());
  return std::max(pixels_of(kLongPiece, resolution), kLetterInBox * *middle);
}

bool side_by_side(const Rect& left, const Rect& right) {
  const double higher = std::max(left.height(), right.height());
  const double lower = std::min(left.height(), right.height());
  const double gap = right.left - left.right;
  return higher <= kUnequal * lower && vertical_overlap(left, right) >= 0.5 * lower &&
         gap >= -0.5 * lower && gap <= kApart * lower;
}

/// For each piece whether it is a letter: one that stands beside another, or a word of them.
std::vector<bool> letters_among(const std::vector<InkPiece>& pieces, double highest) {
  std::vector<bool> letters(pieces.size(), false);
  std::vector<std::size_t> order;
  const double widest = kWidestWord * highest;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Rect& box = pieces[i].box;
    if (box.height() <= 2 || box.height() > highest || box.width() > widest) continue;
    letters[i] = is_joined_word(pieces[i]);
    if (box.width() <= highest || stretches_across(pieces[i]) >= kAcrossLetters) order.push_back(i);
  }
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return pieces[a].box.left < pieces[b].box.left; });
  for (auto a = order.begin(); a != order.end(); ++a) {
    for (auto b = a + 1; b != order.end(); ++b) {
      if (pieces[*b].box.left > pieces[*a].box.right + highest) break;
      if (!side_by_side(pieces[*a].box, pieces[*b].box)) continue;
      letters[*a] = true;
      letters[*b] = true;
    }
  }
  return letters;
}

/// Whether a piece that is no letter beside another may be a line, a dash or a head.
bool may_lead(const InkPiece& piece, const std::vector<Shape>& boxes, int resolution) {
  const double longer = std::max(piece.box.width(), piece.box.height());
  const double shorter = std::min(piece.box.width(), piece.box.height());
  if (longer >= pixels_of(kLongPiece, resolution)) return true;
  const double reach = pixels_of(kAtBox, resolution);
  const bool at_box = std::any_of(boxes.begin(), boxes.end(),
                                  [&](const Shape& box) { return reaches(piece, box, reach); });
  if (at_box) return longer > 2;
  return longer >= kDash * shorter && shorter <= pixels_of(kMostThickness, resolution);
}

}  // namespace

std::vector<InkPiece> pieces_of(const Image& ink) {
  Pixa* found = nullptr;
  const BoxList boxes(pixConnComp(ink.get(), &found, 8));
  const std::unique_ptr<Pixa, PixaDeleter> images(found);
  std::vector<InkPiece> pieces;
  const int count = boxes ? boxaGetCount(boxes.get()) : 0;
  if (count > kMostPieces) return pieces;
  for (int i = 0; i < count; ++i) {
    Box box{};
    boxaGetBoxGeometry(boxes.get(), i, &box.x, &box.y, &box.w, &box.h);
    pieces.push_back({{static_cast<double>(box.x), static_cast<double>(box.y),
                       static_cast<double>(box.x + box.w), static_cast<double>(box.y + box.h)},
                      Image(pixaGetPix(images.get(), i, L_CLONE))});
  }
  return pieces;
}

bool reaches(const InkPiece& piece, const Shape& figure, double distance) {
  const Rect near = common_part(widened(figure.box, distance), piece.box);
  if (near.empty()) return false;
  for (int y = static_cast<int>(near.top); y < near.bottom; ++y) {
    for (int x = static_cast<int>(near.left); x < near.right; ++x) {
      const bool within = distance_to(figure, {x + 0.5, y + 0.5}) <= distance;
      if (within && has_ink(piece.ink, x - static_cast<int>(piece.box.left),
                            y - static_cast<int>(piece.box.top)))
        return true;
    }
  }
  return false;
}

Image line_ink(const Image& ink, const std::vector<Shape>& boxes, int resolution) {
  Image lines(pixCopy(nullptr, ink.get()));
  if (!lines) return nullptr;
  for (const Shape& box : boxes) erase(box, pixels_of(kRim, resolution), lines);
  const std::vector<InkPiece> pieces = pieces_of(lines);
  const std::vector<bool> letters = letters_among(pieces, highest_letter(boxes, resolution));
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (letters[i] || !may_lead(pieces[i], boxes, resolution)) erase(pieces[i], lines);
  }
  return lines;
}

}  // namespace diarium
