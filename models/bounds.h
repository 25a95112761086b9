#pragma once

#include <algorithm>
#include <span>

#include "models/geometry.h"

namespace diarium {

/// The smallest box around points; a default box around none.
inline Rect bounds_of(std::span<const Point> points) {
  if (points.empty()) return {};
  Rect box{points[0].x, points[0].y, points[0].x, points[0].y};
  for (const Point& point : points) {
    box.left = std::min(box.left, point.x);
    box.right = std::max(box.right, point.x);
    box.top = std::min(box.top, point.y);
    box.bottom = std::max(box.bottom, point.y);
  }
  return box;
}

/// The same box with its corner moved by a vector.
constexpr Rect moved(const Rect& box, Point by) {
  return {box.left + by.x, box.top + by.y, box.right + by.x, box.bottom + by.y};
}

}  // namespace diarium
