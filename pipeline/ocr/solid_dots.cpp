#include "pipeline/ocr/solid_dots.h"

#include <algorithm>

namespace diarium {
namespace {

// Points: of a bullet in 7-point to 16-point type.
constexpr double kLeastSide = 2.2;
constexpr double kMostSide = 8;
constexpr double kUneven = 1.5;  // of its sides
// Ink in its box: a disc has 0.79, an e, an o and a cross 0.4 to 0.6.
constexpr double kLeastInk = 0.7;

double share_of_ink(const Image& ink, const Rect& piece) {
  Box box{};
  box.x = static_cast<l_int32>(piece.left);
  box.y = static_cast<l_int32>(piece.top);
  box.w = static_cast<l_int32>(piece.width());
  box.h = static_cast<l_int32>(piece.height());
  const Image part(pixClipRectangle(ink.get(), &box, nullptr));
  l_int32 count = 0;
  if (part) pixCountPixels(part.get(), &count, nullptr);
  return count / piece.area();
}

}  // namespace

std::vector<Rect> find_solid_dots(const Image& ink, const InkPieces& pieces,
                                  const Placement& placement) {
  std::vector<Rect> dots;
  for (const Rect& piece : pieces.boxes()) {
    const double width = piece.width() * placement.points_per_pixel_x;
    const double height = piece.height() * placement.points_per_pixel_y;
    const auto [small, large] = std::minmax(width, height);
    const bool sized = small >= kLeastSide && large <= kMostSide && large <= kUneven * small;
    if (sized && share_of_ink(ink, piece) >= kLeastInk) dots.push_back(placement.to_page(piece));
  }
  return dots;
}

}  // namespace diarium
