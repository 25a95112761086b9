#include "tests/pipeline/ocr/drawn_chart.h"

#include <cmath>
#include <numbers>

namespace diarium {

void DrawnChart::line(Point from, Point to) {
  pixRenderLine(image_.get(), static_cast<int>(from.x), static_cast<int>(from.y),
                static_cast<int>(to.x), static_cast<int>(to.y), 3, L_SET_PIXELS);
}

void DrawnChart::box(const Rect& box) {
  line({box.left, box.top}, {box.right, box.top});
  line({box.right, box.top}, {box.right, box.bottom});
  line({box.right, box.bottom}, {box.left, box.bottom});
  line({box.left, box.bottom}, {box.left, box.top});
}

void DrawnChart::diamond(const Rect& box) {
  const Point centre = box.centre();
  line({centre.x, box.top}, {box.right, centre.y});
  line({box.right, centre.y}, {centre.x, box.bottom});
  line({centre.x, box.bottom}, {box.left, centre.y});
  line({box.left, centre.y}, {centre.x, box.top});
}

void DrawnChart::ellipse(const Rect& box) {
  const Point centre = box.centre();
  const auto at = [&](int step) {
    const double angle = 2 * std::numbers::pi * step / 60;
    return Point{centre.x + box.width() / 2 * std::cos(angle),
                 centre.y + box.height() / 2 * std::sin(angle)};
  };
  for (int step = 0; step < 60; ++step) line(at(step), at(step + 1));
}

void DrawnChart::fill(const Rect& box) {
  pixRasterop(image_.get(), static_cast<int>(box.left), static_cast<int>(box.top),
              static_cast<int>(box.width()), static_cast<int>(box.height()), PIX_SET, nullptr, 0,
              0);
}

void DrawnChart::head_right(Point tip) {
  for (int i = 0; i <= 20; ++i) line({tip.x - i, tip.y - 0.45 * i}, {tip.x - i, tip.y + 0.45 * i});
}

void DrawnChart::head_down(Point tip) {
  for (int i = 0; i <= 20; ++i) line({tip.x - 0.45 * i, tip.y - i}, {tip.x + 0.45 * i, tip.y - i});
}

Image DrawnChart::grey() const {
  return Image(pixConvert1To8(nullptr, image_.get(), 255, 0));
}

}  // namespace diarium
