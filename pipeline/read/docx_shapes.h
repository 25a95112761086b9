#pragma once

#include <string_view>
#include <vector>

#include "models/drawing.h"
#include "models/geometry.h"

namespace diarium {

/// Where the coordinates of a drawing's part lie on paper: moved and stretched. Points.
struct DocxFrame {
  Point origin;
  double x_scale = 1;
  double y_scale = 1;

  [[nodiscard]] Point placed(Point point) const {
    return {origin.x + x_scale * point.x, origin.y + y_scale * point.y};
  }
  /// The frame of a part whose corner lies at `corner` of this one.
  [[nodiscard]] DocxFrame at(Point corner) const { return {placed(corner), x_scale, y_scale}; }
};

/// How a figure is turned within its box.
struct DocxTurn {
  bool flipped_across = false;  ///< left is right
  bool flipped_down = false;
  double degrees = 0;  ///< clockwise, after flipping
};

/// Points of a box at `corner`, turned about its middle and placed.
std::vector<Point> placed_points(std::vector<Point> points, Point corner, double width,
                                 double height, const DocxTurn& turn, const DocxFrame& frame);

/// The corners of such a box.
std::vector<Point> corners_of(double width, double height);

/// A line that runs from the upper left to the lower right of its box with so many bends, 0 to 4.
/// `shares`: of the width or height, where it bends; one that is missing is a half.
std::vector<Point> connector_points(double width, double height, int bends,
                                    const std::vector<double>& shares);

/// What a figure stands for by its name in DrawingML ("flowChartDecision").
struct DocxForm {
  enum class Kind { box, line, arrow_across, arrow_down } kind = Kind::box;
  ShapeKind shape = ShapeKind::rectangle;
  int bends = 0;               ///< of a line
  bool head_at_start = false;  ///< of a block arrow
  bool head_at_end = false;
};
DocxForm form_of(std::string_view preset);

}  // namespace diarium
