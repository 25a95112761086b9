#pragma once

#include <vector>

#include "models/geometry.h"
#include "pipeline/ocr/image.h"

namespace diarium {

/// A white page of 1 bit that a test draws charts on; pixels, lines three wide.
class DrawnChart {
 public:
  DrawnChart(int width, int height) : image_(pixCreate(width, height, 1)) {}

  void line(Point from, Point to);
  void box(const Rect& box);
  void diamond(const Rect& box);
  void ellipse(const Rect& box);
  void fill(const Rect& box);
  /// A filled triangle whose tip is at `tip`, that points right or down.
  void head_right(Point tip);
  void head_down(Point tip);

  [[nodiscard]] const Image& ink() const { return image_; }
  /// The same in 8 bit, ink black.
  [[nodiscard]] Image grey() const;

 private:
  Image image_;
};

}  // namespace diarium
