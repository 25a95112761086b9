#include "pipeline/ocr/flow_boxes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "pipeline/ocr/flow_forms.h"

namespace diarium {
namespace {

// Points.
constexpr double kLeastWidth = 12;
constexpr double kLeastHeight = 10;
constexpr double kFilled = 4;        // thinner is a line or a letter
constexpr double kMostOutline = 6;   // of a heavy ring
constexpr double kSharedWall = 2.5;  // between the cells of a grid
// Of the page: larger is a frame.
constexpr double kMostShare = 0.5;
// Of the shorter of two sides, that cells of a grid share.
constexpr double kSharedSide = 0.6;
// Of the larger one's area, from which two figures are one.
constexpr double kDrawnTwice = 0.7;
constexpr std::size_t kLeastBoxes = 3;
constexpr int kMostCandidates = 600;
// Pixels looked at for all candidates, in pages.
constexpr double kMostPages = 12;

struct BoxaRelease {
  void operator()(Boxa* boxes) const { boxaDestroy(&boxes); }
};

struct PixaRelease {
  void operator()(Pixa* images) const { pixaDestroy(&images); }
};

int pixels_of(double points, int resolution) {
  return std::max(1, static_cast<int>(std::lround(points * resolution / kPointsPerInch)));
}

Rect rect_of(const Box& box) {
  return {static_cast<double>(box.x), static_cast<double>(box.y),
          static_cast<double>(box.x + box.w), static_cast<double>(box.y + box.h)};
}

/// The boxes around the connected parts of a mask that can be figures.
std::vector<Box> candidates_in(const Image& mask, int resolution) {
  const std::unique_ptr<Boxa, BoxaRelease> parts(pixConnCompBB(mask.get(), 4));
  const int width = pixGetWidth(mask.get());
  const int height = pixGetHeight(mask.get());
  std::vector<Box> candidates;
  for (int i = 0; parts && i < boxaGetCount(parts.get()); ++i) {
    Box box{};
    boxaGetBoxGeometry(parts.get(), i, &box.x, &box.y, &box.w, &box.h);
    const bool small =
        box.w < pixels_of(kLeastWidth, resolution) || box.h < pixels_of(kLeastHeight, resolution);
    const bool large =
        static_cast<double>(box.w) * box.h > kMostShare * static_cast<double>(width) * height;
    if (!small && !large) candidates.push_back(box);
    if (candidates.size() > kMostCandidates) return {};
  }
  return candidates;
}

/// Pixels of ink from a place outward.
int run_of_ink(const Image& ink, Point from, int dx, int dy, int most) {
  int length = 0;
  l_uint32 value = 1;
  while (length < most) {
    const int x = static_cast<int>(from.x) + length * dx;
    const int y = static_cast<int>(from.y) + length * dy;
    if (pixGetPixel(ink.get(), x, y, &value) != 0 || value == 0) break;
    ++length;
  }
  return length;
}

/// Pixels of ink that the outline outside a figure is thick: of what is measured on its four sides,
/// where it touches the box around it, the lower middle, for lines may begin at the others.
int outline_around(const Image& ink, const Shape& figure, int most) {
  const Rect& box = figure.box;
  const bool touches_in_middle =
      figure.kind == ShapeKind::diamond || figure.kind == ShapeKind::ellipse;
  std::vector<int> runs;
  for (const double share : {0.25, 0.5, 0.75}) {
    if (touches_in_middle && share != 0.5) continue;
    const double x = box.left + share * box.width();
    const double y = box.top + share * box.height();
    runs.push_back(run_of_ink(ink, {x, box.top - 1}, 0, -1, most));
    runs.push_back(run_of_ink(ink, {x, box.bottom}, 0, 1, most));
    runs.push_back(run_of_ink(ink, {box.left - 1, y}, -1, 0, most));
    runs.push_back(run_of_ink(ink, {box.right, y}, 1, 0, most));
  }
  const auto middle = runs.begin() + static_cast<std::ptrdiff_t>((runs.size() - 1) / 2);
  std::nth_element(runs.begin(), middle, runs.end());
  return *middle;
}

Rect widened(const Rect& box, double by) {
  return {box.left - by, box.top - by, box.right + by, box.bottom + by};
}

/// The connected part of a mask that reaches all sides of the box; of several the largest.
Image part_that_fills(const Image& mask, Box box) {
  const Image clipped(pixClipRectangle(mask.get(), &box, nullptr));
  if (!clipped) return nullptr;
  Pixa* found = nullptr;
  const std::unique_ptr<Boxa, BoxaRelease> boxes(pixConnComp(clipped.get(), &found, 4));
  const std::unique_ptr<Pixa, PixaRelease> parts(found);
  Image largest;
  l_int32 most = 0;
  for (int i = 0; boxes && i < boxaGetCount(boxes.get()); ++i) {
    Box place{};
    boxaGetBoxGeometry(boxes.get(), i, &place.x, &place.y, &place.w, &place.h);
    if (place.w != box.w || place.h != box.h) continue;
    Image part(pixaGetPix(parts.get(), i, L_CLONE));
    l_int32 size = 0;
    if (pixCountPixels(part.get(), &size, nullptr) != 0 || size <= most) continue;
    most = size;
    largest = std::move(part);
  }
  return largest;
}

/// Figures of clear form among the connected parts of a mask.
std::vector<Shape> figures_in(const Image& mask, int resolution) {
  std::vector<Shape> figures;
  double left = kMostPages * pixGetWidth(mask.get()) * pixGetHeight(mask.get());
  for (Box box : candidates_in(mask, resolution)) {
    left -= static_cast<double>(box.w) * box.h;
    if (left < 0) return {};
    const Image part = part_that_fills(mask, box);
    if (!part) continue;
    if (const auto kind = form_of(part)) figures.push_back({rect_of(box), *kind});
  }
  return figures;
}

/// White within outlines. The outline's pixels belong to the figure.
std::vector<Shape> outlined_figures(const Image& ink, int resolution) {
  const Image walls(pixCloseSafeBrick(nullptr, ink.get(), 3, 3));
  if (!walls) return {};
  const Image rooms(pixInvert(nullptr, walls.get()));
  std::vector<Shape> figures = figures_in(rooms, resolution);
  const int most = pixels_of(kMostOutline, resolution);
  std::erase_if(figures, [&](const Shape& figure) {  // the white outside touches the edge
    return figure.box.left <= 0 || figure.box.top <= 0 ||
           figure.box.right >= pixGetWidth(ink.get()) ||
           figure.box.bottom >= pixGetHeight(ink.get());
  });
  for (Shape& figure : figures) figure.box = widened(figure.box, outline_around(ink, figure, most));
  return figures;
}

std::vector<Shape> filled_figures(const Image& ink, int resolution) {
  const int brick = pixels_of(kFilled, resolution);
  const Image solid(pixOpenBrick(nullptr, ink.get(), brick, brick));
  return solid ? figures_in(solid, resolution) : std::vector<Shape>{};
}

bool share_wall(const Rect& a, const Rect& b, double wall) {
  const double across = horizontal_overlap(a, b);
  const double down = vertical_overlap(a, b);
  const bool side_by_side =
      std::abs(across) <= wall && down >= kSharedSide * std::min(a.height(), b.height());
  const bool stacked =
      std::abs(down) <= wall && across >= kSharedSide * std::min(a.width(), b.width());
  return side_by_side || stacked;
}

/// Without the cells of tables and forms.
std::vector<Shape> without_grids(const std::vector<Shape>& figures, double wall) {
  std::vector<Shape> free;
  for (const Shape& figure : figures) {
    const bool in_grid = std::any_of(figures.begin(), figures.end(), [&](const Shape& other) {
      return &other != &figure && share_wall(figure.box, other.box, wall);
    });
    if (!in_grid) free.push_back(figure);
  }
  return free;
}

bool same_figure(const Rect& a, const Rect& b) {
  return common_part(a, b).area() >= kDrawnTwice * std::max(a.area(), b.area());
}

/// Each figure once, the outermost of those drawn on one another.
std::vector<Shape> distinct(std::vector<Shape> figures) {
  std::stable_sort(figures.begin(), figures.end(),
                   [](const Shape& a, const Shape& b) { return a.box.area() > b.box.area(); });
  std::vector<Shape> kept;
  for (const Shape& figure : figures) {
    const bool known = std::any_of(kept.begin(), kept.end(), [&](const Shape& other) {
      return same_figure(figure.box, other.box);
    });
    if (!known) kept.push_back(figure);
  }
  return kept;
}

/// Without frames around several figures.
std::vector<Shape> without_frames(const std::vector<Shape>& figures) {
  std::vector<Shape> kept;
  for (const Shape& figure : figures) {
    const auto within = std::count_if(figures.begin(), figures.end(), [&](const Shape& other) {
      return &other != &figure && common_part(figure.box, other.box) == other.box;
    });
    if (within < 2) kept.push_back(figure);
  }
  return kept;
}

}  // namespace

std::vector<Shape> find_flow_boxes(const Image& ink, int resolution) {
  // On a text page a quarter of the page's width and height shows that there are none.
  const Image small(pixReduceRankBinaryCascade(ink.get(), 1, 1, 0, 0));
  if (!small) return {};
  const Image white(pixInvert(nullptr, small.get()));
  const int brick = std::max(2, pixels_of(kFilled, resolution) / 4 + 1);
  const Image solid(pixOpenBrick(nullptr, small.get(), brick, brick));
  if (!white || !solid) return {};
  const int quarter = std::max(1, resolution / 4);
  if (candidates_in(white, quarter).size() + candidates_in(solid, quarter).size() < kLeastBoxes)
    return {};

  std::vector<Shape> figures =
      without_grids(outlined_figures(ink, resolution), pixels_of(kSharedWall, resolution));
  for (const Shape& figure : filled_figures(ink, resolution)) figures.push_back(figure);
  figures = without_frames(distinct(std::move(figures)));
  return figures.size() < kLeastBoxes ? std::vector<Shape>{} : figures;
}

}  // namespace diarium
