#include "models/drawing.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "models/bounds.h"

namespace diarium {
namespace {

constexpr std::array<std::string_view, 4> kNames = {"rectangle", "rounded", "ellipse", "diamond"};

// Of half the box's side: how far from a form the points of an outline may lie on average.
constexpr double kFits = 0.045;
// A corner that no point comes nearer to than this share of the shorter side is rounded off.
constexpr double kRoundedOff = 0.035;

/// Where a point lies in a box: both coordinates -1..1 within it.
Point within(const Rect& box, Point point) {
  const Point centre = box.centre();
  const double half_width = std::max(box.width() / 2, 1e-6);
  const double half_height = std::max(box.height() / 2, 1e-6);
  return {(point.x - centre.x) / half_width, (point.y - centre.y) / half_height};
}

/// 1 on the outline of the form that fills the box -1..1, less within it, more outside.
double level(ShapeKind kind, Point p) {
  if (kind == ShapeKind::diamond) return std::abs(p.x) + std::abs(p.y);
  if (kind == ShapeKind::ellipse) return std::hypot(p.x, p.y);
  return std::max(std::abs(p.x), std::abs(p.y));
}

/// The mean distance of an outline from a form, weighted by the length of its sides.
double misfit(ShapeKind kind, const Rect& box, const std::vector<Point>& outline) {
  constexpr int kSteps = 4;
  double sum = 0;
  double length = 0;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const Point a = outline[i];
    const Point b = outline[(i + 1) % outline.size()];
    const double side = std::hypot(b.x - a.x, b.y - a.y);
    for (int k = 0; k < kSteps; ++k) {
      const double t = (k + 0.5) / kSteps;
      const Point p = within(box, {a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)});
      sum += side / kSteps * std::abs(level(kind, p) - 1);
    }
    length += side;
  }
  return length > 0 ? sum / length : 1;
}

double distance_between(Point p, Point a, Point b) {
  const double dx = b.x - a.x;
  const double dy = b.y - a.y;
  const double square = dx * dx + dy * dy;
  const double t = square > 0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / square : 0;
  const double u = std::clamp(t, 0.0, 1.0);
  return std::hypot(p.x - a.x - u * dx, p.y - a.y - u * dy);
}

/// How far the outline stays away from the corner of its box that it comes nearest to least.
double gap_at_corners(const Rect& box, const std::vector<Point>& outline) {
  const std::array<Point, 4> corners = {Point{box.left, box.top}, Point{box.right, box.top},
                                        Point{box.right, box.bottom}, Point{box.left, box.bottom}};
  std::array<double, 4> gaps{};
  for (std::size_t c = 0; c < corners.size(); ++c) {
    gaps[c] = box.width() + box.height();
    for (std::size_t i = 0; i < outline.size(); ++i) {
      gaps[c] = std::min(
          gaps[c], distance_between(corners[c], outline[i], outline[(i + 1) % outline.size()]));
    }
  }
  return *std::min_element(gaps.begin(), gaps.end());
}

}  // namespace

std::string_view name_of(ShapeKind kind) {
  return kNames[static_cast<std::size_t>(kind)];
}

ShapeKind shape_kind_of(const std::vector<Point>& outline) {
  if (outline.size() < 3) return ShapeKind::rectangle;
  const Rect box = bounds_of(outline);
  const double diamond = misfit(ShapeKind::diamond, box, outline);
  const double ellipse = misfit(ShapeKind::ellipse, box, outline);
  if (std::min(diamond, ellipse) < kFits) {
    return diamond < ellipse ? ShapeKind::diamond : ShapeKind::ellipse;
  }
  const double side = std::min(box.width(), box.height());
  return gap_at_corners(box, outline) > kRoundedOff * side ? ShapeKind::rounded
                                                           : ShapeKind::rectangle;
}

bool covers(const Shape& shape, Point point) {
  return !shape.box.empty() && level(shape.kind, within(shape.box, point)) < 1;
}

double distance_to(const Shape& shape, Point point) {
  const Rect& box = shape.box;
  if (shape.kind == ShapeKind::diamond || shape.kind == ShapeKind::ellipse) {
    // Along the ray from the centre: right where lines meet these forms, at their tips.
    const Point centre = box.centre();
    const double reach = std::hypot(point.x - centre.x, point.y - centre.y);
    const double at = level(shape.kind, within(box, point));
    return at > 0 ? reach * (1 - 1 / at) : -std::min(box.width(), box.height()) / 2;
  }
  const double dx = std::max(box.left - point.x, point.x - box.right);
  const double dy = std::max(box.top - point.y, point.y - box.bottom);
  if (dx <= 0 && dy <= 0) return std::max(dx, dy);
  return std::hypot(std::max(dx, 0.0), std::max(dy, 0.0));
}

}  // namespace diarium
