#pragma once

#include <vector>

#include "models/geometry.h"
#include "models/sheet.h"

namespace diarium {

/// One stretch of a drawn path, flattened, on the upright page.
struct Outline {
  std::vector<Point> points;
  bool closed = false;
  bool curved = false;  ///< some of its points steer a curve
};

/// The straight lines and closed shapes of a page, up to a limit that no honest page reaches.
class LineArt {
 public:
  /// A path drawn with a pen of `width` points.
  void stroke(const std::vector<Outline>& path, double width, const Rect& clip);
  /// A filled path; `darkness` of its colour, 0 = white .. 1 = black. A box within a box of nearly
  /// the same size is a frame, as browsers draw borders.
  void fill(const std::vector<Outline>& path, double darkness, const Rect& clip);

  [[nodiscard]] bool full() const;
  /// Whether anything at all was drawn that can be seen, curves and slanting lines too.
  [[nodiscard]] bool inked() const { return inked_; }
  std::vector<Ruling> rulings;
  std::vector<Area> areas;
  std::vector<Rect> dots;  ///< small filled figures about as wide as high: bullets, or of a diagram

 private:
  bool inked_ = false;
  void add_ruling(const Rect& box, const Rect& clip);
  void add_frame(const Rect& outer, const Rect& inner, const Rect& clip);
  void add_area(const Area& area, const Rect& clip);
  void add_dot(const Rect& seen);
};

}  // namespace diarium
