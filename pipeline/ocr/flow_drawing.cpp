#include "pipeline/ocr/flow_drawing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include "pipeline/ocr/flow_boxes.h"
#include "pipeline/ocr/flow_ink.h"
#include "pipeline/ocr/flow_strokes.h"
#include "pipeline/ocr/flow_traces.h"
#include "pipeline/ocr/middle_grey.h"

namespace diarium {
namespace {

// Points.
constexpr double kAtBox = 3;  // a piece of ink that begins at a box
constexpr double kCrumb = 2;  // of a line, that is left between it and its box
constexpr double kLeastHead = 1.8;
constexpr double kMostHead = 22;
constexpr double kMostThickness = 4;
// A head is thicker than its line, by this share and by ragged edges.
constexpr double kHeadThickness = 1.35;
constexpr int kRagged = 2;
// Points.
constexpr double kShadow = 6;  // how far from its box a shadow lies
constexpr int kPaler = 100;    // greys between lines and the palest ink, for which shadows are told
// Ink of other darknesses: outlines on pale grounds, and pale outlines on a worn copy.
constexpr std::array<int, 2> kOtherInk = {150, 205};
constexpr std::array<int, 3> kShades = {180, 125, 95};
constexpr int kAnotherLevel = 20;
constexpr int kPaleInk = 205;
constexpr int kRims = 5;  // pixels
// Of a part's area, that lies in the whole; of the whole's, that several parts fill, and one.
constexpr double kPart = 0.9;
constexpr double kPartsFill = 0.6;
constexpr double kPartFills = 0.3;
// Points; longer pieces at a box are lines, no letters beside it.
constexpr double kLine = 9;
constexpr std::size_t kLeastBetween = 2;   // pieces that touch two boxes
constexpr std::size_t kLeastTouching = 4;  // or one
constexpr std::size_t kLeastBoxes = 3;

double pixels_of(double points, int resolution) {
  return points * resolution / kPointsPerInch;
}

Rect widened(const Rect& box, double by) {
  return {box.left - by, box.top - by, box.right + by, box.bottom + by};
}

/// The lines without all that is no thicker than they.
Image blots_on(const Image& lines, double thickness) {
  const int brick =
      static_cast<int>(std::max(std::ceil(kHeadThickness * thickness), thickness + kRagged));
  return Image(pixOpenBrick(nullptr, lines.get(), brick, brick));
}

std::vector<ArrowHead> heads_among(const Image& blots, double thickness, int resolution) {
  std::vector<ArrowHead> heads;
  for (const InkPiece& blot : pieces_of(blots)) {
    const double longer = std::max(blot.box.width(), blot.box.height());
    const bool head =
        longer >= pixels_of(kLeastHead, resolution) && longer <= pixels_of(kMostHead, resolution);
    if (head) heads.push_back({widened(blot.box, thickness / 2)});
  }
  return heads;
}

bool is_part(const Rect& part, const Rect& whole) {
  return common_part(part, whole).area() >= kPart * part.area();
}

/// Adds a figure found at another darkness, unless it is known or a part of one that is. The parts
/// into which a shaded figure falls give way to the whole.
void add_box(const Shape& box, std::vector<Shape>& boxes) {
  double parts = 0;
  std::size_t count = 0;
  for (const Shape& other : boxes) {
    const double common = common_part(box.box, other.box).area();
    if (common <= 0.5 * std::min(box.box.area(), other.box.area())) continue;
    if (!is_part(other.box, box.box)) return;
    parts += other.box.area();
    ++count;
  }
  if (parts > kPart * box.box.area()) return;
  if (count > 0 && parts < (count > 1 ? kPartsFill : kPartFills) * box.box.area()) return;
  std::erase_if(boxes, [&](const Shape& other) { return is_part(other.box, box.box); });
  boxes.push_back(box);
}

std::vector<Shape> boxes_in(const Image& grey, int ink_below, int resolution) {
  std::vector<Shape> boxes;
  std::vector<int> seen;
  const auto find_at = [&](int level) {
    const bool known = std::any_of(seen.begin(), seen.end(), [level](int other) {
      return std::abs(level - other) < kAnotherLevel;
    });
    const Image ink(known ? nullptr : pixThresholdToBinary(grey.get(), level));
    if (!ink) return;
    seen.push_back(level);
    for (const Shape& box : find_flow_boxes(ink, resolution)) add_box(box, boxes);
  };
  find_at(ink_below);
  for (const int level : kOtherInk) find_at(level);
  // Shades within boxes are looked into where there are boxes.
  if (boxes.size() < kLeastBoxes) return boxes;
  for (const int level : kShades) find_at(level);
  return boxes;
}

/// What is drawn. A thin line is dark in places and pale in others on a photo: its pale stretches
/// are added, not the pale rims of all that is dark.
Image ink_in(const Image& grey, int ink_below) {
  Image ink(pixThresholdToBinary(grey.get(), ink_below));
  if (!ink || ink_below >= kPaleInk) return ink;
  const Image pale(pixThresholdToBinary(grey.get(), kPaleInk));
  const Image reached(pale ? pixSeedfillBinary(nullptr, ink.get(), pale.get(), 8) : nullptr);
  const Image rims(pixDilateBrick(nullptr, ink.get(), kRims, kRims));
  const Image stretches(reached && rims ? pixSubtract(nullptr, reached.get(), rims.get())
                                        : nullptr);
  const Image wide(stretches ? pixDilateBrick(nullptr, stretches.get(), kRims + 2, kRims + 2)
                             : nullptr);
  if (!wide) return ink;
  pixAnd(wide.get(), wide.get(), reached.get());
  pixOr(ink.get(), ink.get(), wide.get());
  return ink;
}

/// Takes the shadows of boxes off: ink beside them that is far paler than the lines.
void take_off_shadows(const Image& lines, const Image& grey, int ink_below,
                      const std::vector<Shape>& boxes, int resolution) {
  const int line = middle_grey(grey, lines);
  if (line > ink_below - kPaler) return;
  const Image dark(pixThresholdToBinary(grey.get(), (line + ink_below) / 2));
  if (!dark) return;
  const Image around(pixCreateTemplate(lines.get()));
  const double reach = pixels_of(kShadow, resolution);
  for (const Shape& box : boxes) {
    const Rect wide = widened(box.box, reach);
    pixRasterop(around.get(), static_cast<int>(wide.left), static_cast<int>(wide.top),
                static_cast<int>(wide.width()), static_cast<int>(wide.height()), PIX_SET, nullptr,
                0, 0);
  }
  pixSubtract(around.get(), around.get(), dark.get());
  pixSubtract(lines.get(), lines.get(), around.get());
}

/// Whether the ink joins the boxes.
bool joins_boxes(const Image& lines, const std::vector<Shape>& boxes, int resolution) {
  const double reach = pixels_of(kAtBox, resolution);
  std::size_t between = 0;
  std::size_t touching = 0;
  for (const InkPiece& piece : pieces_of(lines)) {
    if (std::max(piece.box.width(), piece.box.height()) < pixels_of(kLine, resolution)) continue;
    const auto touched = std::count_if(
        boxes.begin(), boxes.end(), [&](const Shape& box) { return reaches(piece, box, reach); });
    if (touched > 0) ++touching;
    if (touched > 1) ++between;
  }
  return between >= kLeastBetween || touching >= kLeastTouching;
}

/// The ink of the strokes, of heads at their ends, and of the crumbs beside them.
Image ink_of(const Drawing& drawing, const Image& lines, const Image& blots, double thickness,
             int resolution) {
  Image mask(pixCreateTemplate(lines.get()));
  const int wide = 2 * static_cast<int>(std::ceil(thickness / 2)) + 3;
  const Image heads(pixDilateBrick(nullptr, blots.get(), wide, wide));
  if (!mask || !heads) return nullptr;
  for (const Stroke& stroke : drawing.strokes) {
    for (std::size_t i = 1; i < stroke.points.size(); ++i) {
      pixRenderLine(mask.get(), static_cast<int>(stroke.points[i - 1].x),
                    static_cast<int>(stroke.points[i - 1].y), static_cast<int>(stroke.points[i].x),
                    static_cast<int>(stroke.points[i].y), wide, L_SET_PIXELS);
    }
  }
  for (const ArrowHead& head : drawing.heads) {
    const Rect box = widened(head.box, thickness);
    const bool held =
        std::any_of(drawing.strokes.begin(), drawing.strokes.end(), [&](const Stroke& stroke) {
          return box.contains(stroke.points.front()) || box.contains(stroke.points.back());
        });
    if (!held) continue;
    pixRasterop(mask.get(), static_cast<int>(box.left), static_cast<int>(box.top),
                static_cast<int>(box.width()) + 1, static_cast<int>(box.height()) + 1,
                PIX_DST | PIX_SRC, heads.get(), static_cast<int>(box.left),
                static_cast<int>(box.top));
  }
  pixAnd(mask.get(), mask.get(), lines.get());
  const Image rest(pixSubtract(nullptr, lines.get(), mask.get()));
  if (!rest) return mask;
  for (const InkPiece& piece : pieces_of(rest)) {
    const bool crumb =
        std::max(piece.box.width(), piece.box.height()) <= pixels_of(kCrumb, resolution) &&
        std::any_of(drawing.shapes.begin(), drawing.shapes.end(), [&](const Shape& box) {
          return reaches(piece, box, pixels_of(kAtBox, resolution));
        });
    if (!crumb) continue;
    pixRasterop(mask.get(), static_cast<int>(piece.box.left), static_cast<int>(piece.box.top),
                static_cast<int>(piece.box.width()), static_cast<int>(piece.box.height()),
                PIX_DST | PIX_SRC, piece.ink.get(), 0, 0);
  }
  return mask;
}

}  // namespace

FoundDrawing find_drawing(const Image& grey, int ink_below, int resolution) {
  FoundDrawing found;
  std::vector<Shape> boxes = boxes_in(grey, ink_below, resolution);
  if (boxes.size() < kLeastBoxes) return found;
  const Image ink = ink_in(grey, ink_below);
  if (!ink) return found;
  const Image lines = line_ink(ink, boxes, resolution);
  if (!lines || !joins_boxes(lines, boxes, resolution)) return found;
  take_off_shadows(lines, grey, ink_below, boxes, resolution);
  const double thickness =
      std::min(thickness_of_lines(lines), pixels_of(kMostThickness, resolution));
  const Image blots = blots_on(lines, thickness);
  if (!blots) return found;
  Drawing drawing{.shapes = std::move(boxes),
                  .strokes = trace_lines(lines, thickness),
                  .heads = heads_among(blots, thickness, resolution)};
  join_strokes(drawing, resolution);
  if (drawing.strokes.empty()) return found;
  found.lines = ink_of(drawing, lines, blots, thickness, resolution);
  found.drawing = std::move(drawing);
  return found;
}

}  // namespace diarium
