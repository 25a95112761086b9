#include "pipeline/ocr/flow_outlines.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

namespace diarium {
namespace {

constexpr double kQuarter = 1.5707963267948966;  // of a circle
// Where an outline's thickness is measured, of the way along a side or a quarter.
constexpr std::array<double, 3> kSharesOfSide = {0.25, 0.5, 0.75};
constexpr std::array<double, 3> kSharesOfQuarter = {0.35, 0.5, 0.65};
constexpr int kRaggedBrink = 2;  // pixels that the brink may lie inside

/// A place on the outline of a figure and the direction in which it leads out of it, of length 1.
struct Brink {
  Point place;
  Point way;
};

Brink brink_of_side(const Rect& box, double share, int side) {
  const double x = box.left + share * box.width();
  const double y = box.top + share * box.height();
  switch (side) {
    case 0:
      return {{x, box.top}, {0, -1}};
    case 1:
      return {{box.right, y}, {1, 0}};
    case 2:
      return {{x, box.bottom}, {0, 1}};
    default:
      return {{box.left, y}, {-1, 0}};
  }
}

/// On the slanting sides of diamonds and the quarters of ellipses, away from the tips: lines begin
/// there.
Brink brink_of_quarter(const Shape& figure, double share, int quarter) {
  const Point centre = figure.box.centre();
  const double a = figure.box.width() / 2;
  const double b = figure.box.height() / 2;
  const bool ellipse = figure.kind == ShapeKind::ellipse;
  const double across = ellipse ? std::cos(share * kQuarter) : 1 - share;
  const double down = ellipse ? std::sin(share * kQuarter) : share;
  const double right = quarter % 2 == 0 ? 1 : -1;
  const double below = quarter < 2 ? 1 : -1;
  const Point out{ellipse ? across / a : 1 / a, ellipse ? down / b : 1 / b};
  const double length = std::hypot(out.x, out.y);
  return {{centre.x + right * a * across, centre.y + below * b * down},
          {right * out.x / length, below * out.y / length}};
}

bool has_ink(const Image& ink, Point at) {
  l_uint32 value = 0;
  return at.x >= 0 && at.y >= 0 &&
         pixGetPixel(ink.get(), static_cast<int>(at.x), static_cast<int>(at.y), &value) == 0 &&
         value != 0;
}

/// Pixels from the brink to the other side of the outline.
int run_of_ink(const Image& ink, const Brink& brink, int most) {
  int length = 0;
  bool met = false;
  for (int step = 0; step < most; ++step) {
    const bool inked = has_ink(ink, {brink.place.x + (step + 0.5) * brink.way.x,
                                     brink.place.y + (step + 0.5) * brink.way.y});
    if (!inked && (met || step >= kRaggedBrink)) break;
    met = met || inked;
    length = step + 1;
  }
  return met ? length : 0;
}

/// Pixels of ink that the outline outside a figure is thick: of what is measured on its four sides
/// the lower middle, for a line may begin at one of them.
double outline_around(const Image& ink, const Shape& figure, int most) {
  const bool slanting = figure.kind == ShapeKind::diamond || figure.kind == ShapeKind::ellipse;
  std::vector<int> runs;
  for (const double share : slanting ? kSharesOfQuarter : kSharesOfSide) {
    for (int side = 0; side < 4; ++side) {
      const Brink brink =
          slanting ? brink_of_quarter(figure, share, side) : brink_of_side(figure.box, share, side);
      runs.push_back(run_of_ink(ink, brink, most));
    }
  }
  const auto middle = runs.begin() + static_cast<std::ptrdiff_t>((runs.size() - 1) / 2);
  std::nth_element(runs.begin(), middle, runs.end());
  return *middle;
}

/// The figure with its outline, which is so many pixels thick.
Rect with_outline(const Shape& figure, double thickness) {
  const Rect& box = figure.box;
  double x = thickness;
  double y = thickness;
  if (figure.kind == ShapeKind::diamond) {
    const double side = std::hypot(box.width(), box.height());
    x *= side / box.height();
    y *= side / box.width();
  }
  return {box.left - x, box.top - y, box.right + x, box.bottom + y};
}

}  // namespace

Rect box_with_outline(const Shape& figure, const Image& ink, int most) {
  return with_outline(figure, outline_around(ink, figure, most));
}

}  // namespace diarium
