#include "pipeline/read/line_art.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include "models/bounds.h"

namespace diarium {
namespace {

constexpr std::size_t kMostShapes = 20'000;
constexpr double kThickestRuling = 3.0;  // points
constexpr double kShortestRuling =
    2.0;                               // points; dots and the strokes of drawn letters are shorter
constexpr double kSmallestArea = 3.0;  // points on either side
constexpr double kSmallestDot = 1.2;   // points on either side
constexpr double kLargestDot = 9.0;
constexpr double kUneven = 1.4;     // of the sides of a dot
constexpr double kHairline = 0.25;  // points; what a pen of no width leaves
constexpr double kWhite = 0.04;     // darkness that no eye sees on paper
constexpr double kFaint = 0.25;     // darkness that a bullet is set in at least
constexpr double kLean = 0.02;      // of its length, that a straight rule may lean

Rect thickened(Rect box, double width) {
  box.left -= width / 2;
  box.right += width / 2;
  box.top -= width / 2;
  box.bottom += width / 2;
  return box;
}

bool ends_where_it_began(const Outline& outline) {
  const Point& first = outline.points.front();
  const Point& last = outline.points.back();
  return outline.closed || (outline.points.size() > 3 && std::abs(first.x - last.x) < 0.5 &&
                            std::abs(first.y - last.y) < 0.5);
}

// The box of the straight stroke from a to b, butt-ended; an empty one for a slanting stroke.
Rect stroke_box(const Point& a, const Point& b, double width) {
  const double across = std::abs(b.x - a.x);
  const double down = std::abs(b.y - a.y);
  const double pen = std::max(width, kHairline);
  if (down <= std::max(0.3, kLean * across) && across > down) {
    const double y = (a.y + b.y) / 2;
    return {std::min(a.x, b.x), y - pen / 2, std::max(a.x, b.x), y + pen / 2};
  }
  if (across <= std::max(0.3, kLean * down) && down > across) {
    const double x = (a.x + b.x) / 2;
    return {x - pen / 2, std::min(a.y, b.y), x + pen / 2, std::max(a.y, b.y)};
  }
  return {};
}

bool is_frame(const Rect& outer, const Rect& inner) {
  const std::array<double, 4> sides = {inner.left - outer.left, inner.top - outer.top,
                                       outer.right - inner.right, outer.bottom - inner.bottom};
  return std::all_of(sides.begin(), sides.end(),
                     [](double side) { return side > -0.01 && side <= kThickestRuling; }) &&
         inner.width() > kThickestRuling && inner.height() > kThickestRuling && inner != outer;
}

}  // namespace

bool LineArt::full() const {
  return rulings.size() + areas.size() >= kMostShapes;
}

void LineArt::add_ruling(const Rect& box, const Rect& clip) {
  const Rect seen = common_part(box, clip);
  if (full() || std::max(seen.width(), seen.height()) < kShortestRuling) return;
  rulings.push_back({seen});
}

void LineArt::add_area(const Area& area, const Rect& clip) {
  const Rect seen = common_part(area.box, clip);
  if (full() || std::min(seen.width(), seen.height()) < kSmallestArea) return;
  areas.push_back({seen, area.filled, area.darkness});
}

void LineArt::add_dot(const Rect& seen) {
  const double small = std::min(seen.width(), seen.height());
  const double large = std::max(seen.width(), seen.height());
  const bool even = large <= kUneven * small;
  if (even && small >= kSmallestDot && large <= kLargestDot && dots.size() < kMostShapes)
    dots.push_back(seen);
}

void LineArt::stroke(const std::vector<Outline>& path, double width, const Rect& clip) {
  for (const Outline& outline : path) {
    if (outline.points.size() < 2) continue;
    inked_ = inked_ ||
             !common_part(thickened(bounds_of(outline.points), std::max(width, kHairline)), clip)
                  .empty();
    const std::vector<Point>& points = outline.points;
    if (!outline.curved && width <= kThickestRuling) {
      for (std::size_t i = 1; i < points.size() && !full(); ++i) {
        add_ruling(stroke_box(points[i - 1], points[i], width), clip);
      }
      if (outline.closed && points.front() != points.back()) {
        add_ruling(stroke_box(points.back(), points.front(), width), clip);
      }
    } else if (!outline.curved && points.size() == 2) {
      // A pen as broad as a bar draws a filled box.
      add_area({.box = stroke_box(points[0], points[1], width), .filled = true, .darkness = 1},
               clip);
    }
    if (ends_where_it_began(outline)) {
      add_area({.box = thickened(bounds_of(points), width), .filled = false, .darkness = 0}, clip);
    }
  }
}

void LineArt::fill(const std::vector<Outline>& path, double darkness, const Rect& clip) {
  for (std::size_t i = 0; i < path.size(); ++i) {
    const Outline& outline = path[i];
    if (outline.points.size() < 3) continue;
    // A box without height still leaves a line of ink.
    Rect box = bounds_of(outline.points);
    box.right = std::max(box.right, box.left + kHairline);
    box.bottom = std::max(box.bottom, box.top + kHairline);
    if (i + 1 < path.size() && path[i + 1].points.size() >= 3) {
      const Rect inner = bounds_of(path[i + 1].points);
      if (is_frame(box, inner)) {
        if (darkness > kWhite) add_frame(box, inner, clip);
        ++i;
        continue;
      }
    }
    const Rect seen = common_part(box, clip);
    inked_ = inked_ || (darkness > kWhite && !seen.empty());
    if (darkness > kFaint) add_dot(seen);
    if (std::min(seen.width(), seen.height()) > kThickestRuling) {
      add_area({.box = box, .filled = true, .darkness = darkness}, clip);
    } else if (darkness > kWhite && !outline.curved) {
      add_ruling(box, clip);
    }
  }
}

void LineArt::add_frame(const Rect& outer, const Rect& inner, const Rect& clip) {
  inked_ = inked_ || !common_part(outer, clip).empty();
  // Clipped to one side at a time, a frame has the sides that the clip leaves.
  for (const Rect& side : {Rect{outer.left, outer.top, outer.right, inner.top},
                           Rect{outer.left, inner.bottom, outer.right, outer.bottom},
                           Rect{outer.left, outer.top, inner.left, outer.bottom},
                           Rect{inner.right, outer.top, outer.right, outer.bottom}}) {
    if (!common_part(side, clip).empty()) add_ruling(side, clip);
  }
  if (common_part(outer, clip) == outer)
    add_area({.box = outer, .filled = false, .darkness = 0}, clip);
}

}  // namespace diarium
