#include "pipeline/ocr/placement.h"

#include <algorithm>
#include <cmath>

namespace diarium {

Point Placement::to_page(Point pixel) const {
  const double x = pixel.x - centre.x;
  const double y = pixel.y - centre.y;
  const double cosine = std::cos(turn);
  const double sine = std::sin(turn);
  return {(source_centre.x + x * cosine + y * sine) * points_per_pixel_x,
          (source_centre.y - x * sine + y * cosine) * points_per_pixel_y};
}

Rect Placement::to_page(const Rect& pixels) const {
  const Point middle = to_page(pixels.centre());
  const double half_width = pixels.width() * points_per_pixel_x / 2;
  const double half_height = pixels.height() * points_per_pixel_y / 2;
  return {middle.x - half_width, middle.y - half_height, middle.x + half_width,
          middle.y + half_height};
}

Rect Placement::bounds_on_page(const Rect& pixels) const {
  const Point first = to_page(Point{pixels.left, pixels.top});
  Rect bounds{first.x, first.y, first.x, first.y};
  for (const Point corner : {Point{pixels.right, pixels.top}, Point{pixels.left, pixels.bottom},
                             Point{pixels.right, pixels.bottom}}) {
    const Point place = to_page(corner);
    bounds = {std::min(bounds.left, place.x), std::min(bounds.top, place.y),
              std::max(bounds.right, place.x), std::max(bounds.bottom, place.y)};
  }
  return bounds;
}

Placement Placement::of_part(Point corner) const {
  Placement part = *this;
  part.centre = {centre.x - corner.x, centre.y - corner.y};
  return part;
}

}  // namespace diarium
