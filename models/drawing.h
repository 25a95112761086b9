#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "models/geometry.h"

namespace diarium {

/// What a box of a chart looks like. `rectangle` stands for all that is none of the others.
enum class ShapeKind : std::uint8_t { rectangle, rounded, ellipse, diamond };

/// "rounded": the value of `shape` in a flowchart's nodes.
std::string_view name_of(ShapeKind kind);

/// What a closed outline looks like, by how its points lie in the box around it; at least three
/// points, closely enough set that a curve is followed. Right for outlines that stand upright.
ShapeKind shape_kind_of(const std::vector<Point>& outline);

/// A closed figure large enough to be a box of a chart.
struct Shape {
  Rect box;
  ShapeKind kind = ShapeKind::rectangle;
  bool operator==(const Shape&) const = default;
};

/// Whether a point lies within the figure, not only within the box around it.
bool covers(const Shape& shape, Point point);

/// How far a point lies outside a figure, in points; negative within it.
double distance_to(const Shape& shape, Point point);

/// An open line, through its bends; at least two points.
struct Stroke {
  std::vector<Point> points;
  bool operator==(const Stroke&) const = default;
};

/// A small triangle or wedge at the end of a line, or what may be one.
struct ArrowHead {
  Rect box;
  bool operator==(const ArrowHead&) const = default;
};

/// A drawing of boxes and lines as it stands on a page, before anybody has said what leads where.
/// Points of the upright page.
struct Drawing {
  std::vector<Shape> shapes;
  std::vector<Stroke> strokes;  ///< of which none is a side of a shape
  std::vector<ArrowHead> heads;
  [[nodiscard]] bool empty() const { return shapes.empty(); }
  bool operator==(const Drawing&) const = default;
};

}  // namespace diarium
