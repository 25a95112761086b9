#include "pipeline/ocr/flow_drawing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include "pipeline/ocr/flow_boxes.h"
#include "pipeline/ocr/flow_traces.h"

namespace diarium {
namespace {

// Points.
constexpr double kRim = 1;         // of an outline, that is paler
constexpr double kLongPiece = 14;  // no letter is as long
constexpr double kAtBox = 3;       // a piece of ink that begins at a box
constexpr double kDashGap = 7;
constexpr double kLeastHead = 3;
constexpr double kMostHead = 22;
constexpr double kMostThickness = 4;
// Of a dash: length in thicknesses.
constexpr double kDash = 2;
// A head is thicker than its line, by this share and by ragged edges.
constexpr double kHeadThickness = 1.35;
constexpr int kRagged = 2;
constexpr double kInLine = 0.94;  // cosine, of a dash and the next
// Ink of other darknesses: outlines on pale grounds, and pale outlines on a worn copy.
constexpr std::array<int, 2> kOtherInk = {150, 205};
constexpr int kAnotherLevel = 20;
// Points; longer pieces at a box are lines, no letters beside it.
constexpr double kLine = 9;
constexpr std::size_t kLeastBetween = 2;   // pieces that touch two boxes
constexpr std::size_t kLeastTouching = 4;  // or one
constexpr std::size_t kLeastBoxes = 3;
constexpr std::size_t kMostEnds = 3'000;
constexpr int kMostPieces = 20'000;

struct BoxaRelease {
  void operator()(Boxa* boxes) const { boxaDestroy(&boxes); }
};

double pixels_of(double points, int resolution) {
  return points * resolution / kPointsPerInch;
}

Rect widened(const Rect& box, double by) {
  return {box.left - by, box.top - by, box.right + by, box.bottom + by};
}

/// Paints a figure, `rim` pixels wider, white.
void erase(const Shape& shape, double rim, const Image& ink) {
  const Shape wide{widened(shape.box, rim), shape.kind};
  const int top = std::max(0, static_cast<int>(wide.box.top));
  const int bottom =
      std::min(static_cast<int>(pixGetHeight(ink.get())), static_cast<int>(wide.box.bottom) + 1);
  for (int y = top; y < bottom; ++y) {
    double in = 0;
    const double up =
        std::min(1.0, std::abs(y + 0.5 - wide.box.centre().y) / (wide.box.height() / 2));
    if (shape.kind == ShapeKind::diamond) in = wide.box.width() / 2 * up;
    if (shape.kind == ShapeKind::ellipse) in = wide.box.width() / 2 * (1 - std::sqrt(1 - up * up));
    const int left = static_cast<int>(std::floor(wide.box.left + in));
    const int right = static_cast<int>(std::ceil(wide.box.right - in));
    pixRasterop(ink.get(), left, y, right - left, 1, PIX_CLR, nullptr, 0, 0);
  }
}

std::vector<Rect> pieces_of(const Image& ink) {
  const std::unique_ptr<Boxa, BoxaRelease> boxes(pixConnCompBB(ink.get(), 8));
  std::vector<Rect> pieces;
  const int count = boxes ? boxaGetCount(boxes.get()) : 0;
  for (int i = 0; i < count && count <= kMostPieces; ++i) {
    Box box{};
    boxaGetBoxGeometry(boxes.get(), i, &box.x, &box.y, &box.w, &box.h);
    pieces.push_back({static_cast<double>(box.x), static_cast<double>(box.y),
                      static_cast<double>(box.x + box.w), static_cast<double>(box.y + box.h)});
  }
  return pieces;
}

bool at_box(const Rect& piece, const std::vector<Shape>& boxes, double reach) {
  return std::any_of(boxes.begin(), boxes.end(), [&](const Shape& box) {
    return !common_part(widened(box.box, reach), piece).empty();
  });
}

/// Whether a piece of ink may be a line, a dash or a head, and no letter.
bool may_lead(const Rect& piece, const std::vector<Shape>& boxes, int resolution) {
  const double longer = std::max(piece.width(), piece.height());
  const double shorter = std::min(piece.width(), piece.height());
  if (longer >= pixels_of(kLongPiece, resolution)) return true;
  if (at_box(piece, boxes, pixels_of(kAtBox, resolution))) return longer > 2;
  return longer >= kDash * shorter && shorter <= pixels_of(kMostThickness, resolution);
}

/// The ink outside the boxes without letters.
Image line_ink(const Image& ink, const std::vector<Shape>& boxes, int resolution) {
  Image lines(pixCopy(nullptr, ink.get()));
  if (!lines) return nullptr;
  for (const Shape& box : boxes) erase(box, pixels_of(kRim, resolution), lines);
  for (const Rect& piece : pieces_of(lines)) {
    if (may_lead(piece, boxes, resolution)) continue;
    pixRasterop(lines.get(), static_cast<int>(piece.left), static_cast<int>(piece.top),
                static_cast<int>(piece.width()), static_cast<int>(piece.height()), PIX_CLR, nullptr,
                0, 0);
  }
  return lines;
}

/// Blots on the lines that are thicker than they.
std::vector<ArrowHead> heads_on(const Image& lines, double thickness, int resolution) {
  const int brick =
      static_cast<int>(std::max(std::ceil(kHeadThickness * thickness), thickness + kRagged));
  const Image blots(pixOpenBrick(nullptr, lines.get(), brick, brick));
  std::vector<ArrowHead> heads;
  if (!blots) return heads;
  for (const Rect& blot : pieces_of(blots)) {
    const double longer = std::max(blot.width(), blot.height());
    const bool head =
        longer >= pixels_of(kLeastHead, resolution) && longer <= pixels_of(kMostHead, resolution);
    if (head) heads.push_back({widened(blot, thickness / 2)});
  }
  return heads;
}

/// An end of a stroke and the direction in which it points outward.
struct LooseEnd {
  Point point;
  Point way;
  std::size_t stroke = 0;
};

std::vector<LooseEnd> loose_ends(const std::vector<Stroke>& strokes) {
  std::vector<LooseEnd> ends;
  for (std::size_t i = 0; i < strokes.size(); ++i) {
    const std::vector<Point>& points = strokes[i].points;
    for (const auto& [end, before] : {std::pair{points.front(), points[1]},
                                      std::pair{points.back(), points[points.size() - 2]}}) {
      const double length = std::max(1e-6, std::hypot(end.x - before.x, end.y - before.y));
      ends.push_back({end, {(end.x - before.x) / length, (end.y - before.y) / length}, i});
    }
  }
  return ends;
}

/// Adds the gaps of dashed lines, and of lines that a crossing one has cut on a worn copy.
void bridge_gaps(std::vector<Stroke>& strokes, double most) {
  const std::vector<LooseEnd> ends = loose_ends(strokes);
  if (ends.size() > kMostEnds) return;
  for (std::size_t i = 0; i < ends.size(); ++i) {
    const LooseEnd* nearest = nullptr;
    double least = most;
    for (std::size_t j = 0; j < ends.size(); ++j) {
      const LooseEnd& a = ends[i];
      const LooseEnd& b = ends[j];
      if (a.stroke == b.stroke) continue;
      const Point gap{b.point.x - a.point.x, b.point.y - a.point.y};
      const double length = std::hypot(gap.x, gap.y);
      if (length < 1 || length > least) continue;
      const bool ahead = (gap.x * a.way.x + gap.y * a.way.y) / length > kInLine &&
                         (gap.x * b.way.x + gap.y * b.way.y) / length < -kInLine;
      if (!ahead) continue;
      least = length;
      nearest = &b;
    }
    if (nearest != nullptr) strokes.push_back({{ends[i].point, nearest->point}});
  }
}

std::vector<Shape> boxes_in(const Image& grey, int ink_below, int resolution) {
  std::vector<Shape> boxes;
  for (const int level : {ink_below, kOtherInk[0], kOtherInk[1]}) {
    if (level != ink_below && std::abs(level - ink_below) < kAnotherLevel) continue;
    const Image ink(pixThresholdToBinary(grey.get(), level));
    if (!ink) continue;
    for (const Shape& box : find_flow_boxes(ink, resolution)) {
      const bool known = std::any_of(boxes.begin(), boxes.end(), [&](const Shape& other) {
        return common_part(box.box, other.box).area() >
               0.5 * std::min(box.box.area(), other.box.area());
      });
      if (!known) boxes.push_back(box);
    }
  }
  return boxes;
}

/// The lines that begin at boxes, for erasing; nothing where they join no boxes.
Image joining_ink(const Image& lines, const std::vector<Shape>& boxes, int resolution) {
  Image joining(pixCopy(nullptr, lines.get()));
  const double reach = pixels_of(kAtBox, resolution);
  std::size_t between = 0;
  std::size_t touching = 0;
  for (const Rect& piece : pieces_of(lines)) {
    const auto touched = std::count_if(boxes.begin(), boxes.end(), [&](const Shape& box) {
      return !common_part(widened(box.box, reach), piece).empty();
    });
    const bool line =
        touched > 0 && std::max(piece.width(), piece.height()) >= pixels_of(kLine, resolution);
    if (line) {
      ++touching;
      if (touched > 1) ++between;
    } else if (joining) {
      pixRasterop(joining.get(), static_cast<int>(piece.left), static_cast<int>(piece.top),
                  static_cast<int>(piece.width()), static_cast<int>(piece.height()), PIX_CLR,
                  nullptr, 0, 0);
    }
  }
  return between >= kLeastBetween || touching >= kLeastTouching ? std::move(joining) : Image();
}

}  // namespace

FoundDrawing find_drawing(const Image& grey, int ink_below, int resolution) {
  FoundDrawing found;
  std::vector<Shape> boxes = boxes_in(grey, ink_below, resolution);
  if (boxes.size() < kLeastBoxes) return found;
  const Image ink(pixThresholdToBinary(grey.get(), ink_below));
  if (!ink) return found;
  const Image lines = line_ink(ink, boxes, resolution);
  if (!lines) return found;
  Image joining = joining_ink(lines, boxes, resolution);
  if (!joining) return found;
  const double thickness =
      std::min(thickness_of_lines(lines), pixels_of(kMostThickness, resolution));
  std::vector<Stroke> strokes = trace_lines(lines, thickness);
  bridge_gaps(strokes, pixels_of(kDashGap, resolution));
  if (strokes.empty()) return found;
  found.drawing = {.shapes = std::move(boxes),
                   .strokes = std::move(strokes),
                   .heads = heads_on(lines, thickness, resolution)};
  found.lines = std::move(joining);
  return found;
}

}  // namespace diarium
