#pragma once

#include "models/geometry.h"

namespace diarium {

/// Leads from pixels of the image that is recognised back to the upright page: undoes the turn that
/// mended the skew, then the scaling.
struct Placement {
  Point centre;         ///< pixel of the recognised image around which it was turned
  Point source_centre;  ///< the same spot in the image before it was turned
  double turn = 0;      ///< radians clockwise by which the image was turned to mend its skew
  double points_per_pixel_x = 1;
  double points_per_pixel_y = 1;

  [[nodiscard]] Point to_page(Point pixel) const;
  /// The box of the same size around the place where the centre of `pixels` lies on the page: a
  /// word of a leaning line keeps its height.
  [[nodiscard]] Rect to_page(const Rect& pixels) const;
  /// The box around all that `pixels` covers: a leaning line is boxed with its rise.
  [[nodiscard]] Rect bounds_on_page(const Rect& pixels) const;
  /// That of a part of the image whose first pixel is at `corner`.
  [[nodiscard]] Placement of_part(Point corner) const;
};

}  // namespace diarium
