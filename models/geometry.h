#pragma once

#include <algorithm>

namespace diarium {

/// PDF points, 1/72 inch.
inline constexpr double kPointsPerInch = 72.0;

/// A place on an upright page: points, origin top-left, y down.
struct Point {
  double x = 0;
  double y = 0;
  bool operator==(const Point&) const = default;
};

/// A half-open box on an upright page: points, origin top-left, y down; `right` and `bottom` lie
/// just outside. A default Rect is empty and is the neutral element of `united`.
struct Rect {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;

  [[nodiscard]] constexpr double width() const { return right - left; }
  [[nodiscard]] constexpr double height() const { return bottom - top; }
  [[nodiscard]] constexpr bool empty() const { return right <= left || bottom <= top; }
  [[nodiscard]] constexpr double area() const { return empty() ? 0.0 : width() * height(); }
  [[nodiscard]] constexpr Point centre() const { return {(left + right) / 2, (top + bottom) / 2}; }
  [[nodiscard]] constexpr bool contains(Point p) const {
    return p.x >= left && p.x < right && p.y >= top && p.y < bottom;
  }
  bool operator==(const Rect&) const = default;
};

/// The smallest box that holds both; an empty box adds nothing.
constexpr Rect united(const Rect& a, const Rect& b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right),
          std::max(a.bottom, b.bottom)};
}

/// What both boxes cover; empty when they don't meet.
constexpr Rect common_part(const Rect& a, const Rect& b) {
  const Rect r{std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right),
               std::min(a.bottom, b.bottom)};
  return r.empty() ? Rect{} : r;
}

/// How far two boxes run beside each other vertically, in points; negative is the gap.
constexpr double vertical_overlap(const Rect& a, const Rect& b) {
  return std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
}

/// How far two boxes stand over each other horizontally, in points; negative is the gap.
constexpr double horizontal_overlap(const Rect& a, const Rect& b) {
  return std::min(a.right, b.right) - std::max(a.left, b.left);
}

}  // namespace diarium
