#include "pipeline/layout/flow_shapes.h"

#include <algorithm>
#include <numeric>
#include <optional>

namespace diarium::layout {
namespace {

constexpr std::size_t kMostShapes = 400;
// Of the page: larger is the frame of the page.
constexpr double kMostShare = 0.5;
// Of the larger one's area, from which two figures are one drawn twice.
constexpr double kDrawnTwice = 0.55;
constexpr double kTolerance = 0.4;  // of the size of letters

bool holds(const Rect& outer, const Rect& inner, double tolerance) {
  return inner.left >= outer.left - tolerance && inner.right <= outer.right + tolerance &&
         inner.top >= outer.top - tolerance && inner.bottom <= outer.bottom + tolerance;
}

/// One figure drawn as border, fill and shade.
bool same_figure(const Shape& a, const Shape& b) {
  const double common = common_part(a.box, b.box).area();
  return common >= kDrawnTwice * std::max(a.box.area(), b.box.area());
}

/// The figures once each, the larger before the smaller.
std::vector<FlowShape> distinct(const Upright& page, const Drawing& drawing) {
  std::vector<std::size_t> order(std::min(drawing.shapes.size(), kMostShapes));
  std::iota(order.rbegin(), order.rend(), std::size_t{0});  // what is drawn later lies on top
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return drawing.shapes[a].box.area() > drawing.shapes[b].box.area();
  });
  std::vector<FlowShape> shapes;
  for (const std::size_t i : order) {
    const Shape& shape = drawing.shapes[i];
    if (shape.box.area() > kMostShare * page.width * page.height) continue;
    const bool known = std::any_of(shapes.begin(), shapes.end(), [&](const FlowShape& other) {
      return same_figure(shape, other.shape);
    });
    if (!known) shapes.push_back({shape, {}});
  }
  return shapes;
}

void give_words(const Upright& page, const std::vector<std::size_t>& tokens,
                std::vector<FlowShape>& shapes) {
  for (FlowShape& shape : shapes) shape.tokens.clear();
  for (const std::size_t token : tokens) {
    const Point centre = page.tokens[token].box.centre();
    const auto smallest = std::find_if(shapes.rbegin(), shapes.rend(), [&](const FlowShape& shape) {
      return covers(shape.shape, centre);
    });
    if (smallest != shapes.rend()) smallest->tokens.push_back(token);
  }
}

/// Frames, lanes and signs, of which the chart's boxes are not made.
class Roles {
 public:
  Roles(const Upright& page, const std::vector<FlowShape>& shapes)
      : shapes_(shapes), tolerance_(kTolerance * page.body_size), frames_(shapes.size(), false) {
    for (std::size_t i = 0; i < shapes.size(); ++i) frames_[i] = surrounds(i);
  }
  [[nodiscard]] bool is_frame(std::size_t shape) const { return frames_[shape]; }
  /// A figure without words within one that is no frame.
  [[nodiscard]] bool is_sign(std::size_t inner) const {
    if (!shapes_[inner].tokens.empty()) return false;
    for (std::size_t outer = 0; outer < inner; ++outer) {
      if (!is_frame(outer) && holds(shapes_[outer].shape.box, shapes_[inner].shape.box, tolerance_))
        return true;
    }
    return false;
  }

 private:
  /// Around several boxes, or around one that has all the words.
  [[nodiscard]] bool surrounds(std::size_t outer) const {
    std::size_t boxes = 0;
    std::size_t with_words = 0;
    for (std::size_t inner = outer + 1; inner < shapes_.size(); ++inner) {
      if (!holds(shapes_[outer].shape.box, shapes_[inner].shape.box, tolerance_)) continue;
      ++boxes;
      if (!shapes_[inner].tokens.empty()) ++with_words;
    }
    if (with_words == 0) return false;
    return boxes > 1 || shapes_[outer].tokens.empty();
  }

  const std::vector<FlowShape>& shapes_;
  double tolerance_;
  std::vector<bool> frames_;
};

}  // namespace

std::vector<FlowShape> flow_shapes_of(const Upright& page, const Drawing& drawing,
                                      const std::vector<std::size_t>& tokens) {
  std::vector<FlowShape> shapes = distinct(page, drawing);
  give_words(page, tokens, shapes);
  const Roles roles(page, shapes);
  std::vector<FlowShape> boxes;
  for (std::size_t i = 0; i < shapes.size(); ++i) {
    if (!roles.is_frame(i) && !roles.is_sign(i)) boxes.push_back({shapes[i].shape, {}});
  }
  give_words(page, tokens, boxes);
  return boxes;
}

}  // namespace diarium::layout
