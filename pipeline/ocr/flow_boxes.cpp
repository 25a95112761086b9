#include "pipeline/ocr/flow_boxes.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "pipeline/ocr/flow_forms.h"
#include "pipeline/ocr/flow_outlines.h"
#include "pipeline/ocr/flow_tips.h"

namespace diarium {
namespace {

// Points.
constexpr double kLeastWidth = 12;
constexpr double kLeastHeight = 10;
constexpr double kFilled = 4;        // thinner is a line or a letter
constexpr double kRoom = 3;          // white that is nowhere as wide is a letter
constexpr double kWall = 1.2;        // of a figure whose lower half is dark
constexpr double kMostOutline = 6;   // of a heavy ring
constexpr double kSharedWall = 2.5;  // between the cells of a grid
// Of the page: larger is a frame.
constexpr double kMostShare = 0.5;
// Of the shorter of two sides, that cells of a grid share.
constexpr double kSharedSide = 0.6;
// Of the room's area, that a figure has at least of which a part is dark.
constexpr double kShaded = 1.4;
constexpr double kLightPart = 0.5;  // of a figure's width and height, at least
// Of the larger one's area, from which two figures are one.
constexpr double kDrawnTwice = 0.7;
constexpr std::size_t kLeastBoxes = 3;
constexpr int kMostCandidates = 600;
// Pixels looked at for all candidates, in pages.
constexpr double kMostPages = 12;

Rect rect_of(const Box& box) {
  return {static_cast<double>(box.x), static_cast<double>(box.y),
          static_cast<double>(box.x + box.w), static_cast<double>(box.y + box.h)};
}

bool is_small(const Box& box, int resolution) {
  return box.w < whole_pixels(kLeastWidth, resolution) ||
         box.h < whole_pixels(kLeastHeight, resolution);
}

/// The boxes around the connected parts of a mask that can be figures, or the light part of one.
std::vector<Box> parts_in(const Image& mask, double least_width, double least_height) {
  const BoxList parts(pixConnCompBB(mask.get(), 4));
  const int width = pixGetWidth(mask.get());
  const int height = pixGetHeight(mask.get());
  std::vector<Box> candidates;
  for (int i = 0; parts && i < boxaGetCount(parts.get()); ++i) {
    Box box{};
    boxaGetBoxGeometry(parts.get(), i, &box.x, &box.y, &box.w, &box.h);
    const bool small = box.w < least_width || box.h < least_height;
    const bool large =
        static_cast<double>(box.w) * box.h > kMostShare * static_cast<double>(width) * height;
    if (!small && !large) candidates.push_back(box);
    if (candidates.size() > kMostCandidates) return {};
  }
  return candidates;
}

std::vector<Box> candidates_in(const Image& mask, int resolution) {
  return parts_in(mask, whole_pixels(kLeastWidth, resolution),
                  whole_pixels(kLeastHeight, resolution));
}

Rect widened(const Rect& box, double by) {
  return {box.left - by, box.top - by, box.right + by, box.bottom + by};
}

/// The connected part of a mask that reaches all sides of the box; of several the largest.
Image part_that_fills(const Image& mask, Box box) {
  const Image clipped(pixClipRectangle(mask.get(), &box, nullptr));
  if (!clipped) return nullptr;
  Pixa* found = nullptr;
  const BoxList boxes(pixConnComp(clipped.get(), &found, 4));
  const ImageList parts(found);
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
/// `brick` is that of the opening before it.
std::vector<Shape> figures_in(const Image& mask, int brick, int resolution) {
  std::vector<Shape> figures;
  double left = kMostPages * pixGetWidth(mask.get()) * pixGetHeight(mask.get());
  for (Box box : candidates_in(mask, resolution)) {
    left -= static_cast<double>(box.w) * box.h;
    if (left < 0) return {};
    const Image part = part_that_fills(mask, box);
    if (!part) continue;
    if (const auto form = form_before_opening(part, brick)) {
      const Rect rect = rect_of(box);
      figures.push_back({{rect.left - form->beyond_x, rect.top - form->beyond_y,
                          rect.right + form->beyond_x, rect.bottom + form->beyond_y},
                         form->kind});
    }
  }
  return figures;
}

/// White within outlines. The outline's pixels belong to the figure.
std::vector<Shape> outlined_figures(const Image& ink, int resolution) {
  const Image walls(pixCloseSafeBrick(nullptr, ink.get(), 3, 3));
  if (!walls) return {};
  const Image rooms(pixInvert(nullptr, walls.get()));
  std::vector<Shape> figures = figures_in(rooms, 1, resolution);
  const int most = whole_pixels(kMostOutline, resolution);
  std::erase_if(figures, [&](const Shape& figure) {  // the white outside touches the edge
    return figure.box.left <= 0 || figure.box.top <= 0 ||
           figure.box.right >= pixGetWidth(ink.get()) ||
           figure.box.bottom >= pixGetHeight(ink.get());
  });
  for (Shape& figure : figures) figure.box = box_with_outline(figure, ink, most);
  return figures;
}

/// White that ink goes around, part for part: rooms, and what is nowhere as wide as one.
struct Holes {
  Image rooms;
  Image thin;
};

Holes holes_of(const Image& ink, int resolution) {
  const int brick = whole_pixels(kRoom, resolution);
  Holes holes{nullptr, Image(pixHolesByFilling(ink.get(), 4))};
  if (!holes.thin) return {};
  const Image wide(pixOpenBrick(nullptr, holes.thin.get(), brick, brick));
  if (wide) holes.rooms.reset(pixSeedfillBinary(nullptr, wide.get(), holes.thin.get(), 4));
  if (!holes.rooms) return {};
  pixSubtract(holes.thin.get(), holes.thin.get(), holes.rooms.get());
  return holes;
}

/// The ink without lines and letters; light letters and signs in it are filled.
Image solid_ink(const Image& ink, const Holes& holes, int resolution) {
  const int brick = whole_pixels(kFilled, resolution);
  const Image whole(holes.thin ? pixOr(nullptr, ink.get(), holes.thin.get()) : nullptr);
  return Image(whole ? pixOpenBrick(nullptr, whole.get(), brick, brick) : nullptr);
}

Box clipped(const Rect& rect, const Image& image) {
  Box box{};
  box.x = std::max(0, static_cast<int>(rect.left));
  box.y = std::max(0, static_cast<int>(rect.top));
  box.w =
      std::min(static_cast<int>(pixGetWidth(image.get())), static_cast<int>(rect.right)) - box.x;
  box.h =
      std::min(static_cast<int>(pixGetHeight(image.get())), static_cast<int>(rect.bottom)) - box.y;
  return box;
}

/// A figure that is shaded from light to dark: a room and the solid ink that lies against it.
std::optional<Shape> shaded_figure(const Image& rooms, const Image& solid, const Box& room,
                                   int resolution) {
  Box region = clipped(widened(rect_of(room), std::max(room.w, room.h)), rooms);
  const Image light = part_that_fills(rooms, room);
  const Image dark(pixClipRectangle(solid.get(), &region, nullptr));
  const Image seed(dark ? pixCreateTemplate(dark.get()) : nullptr);
  if (!light || !seed) return std::nullopt;
  pixRasterop(seed.get(), room.x - region.x, room.y - region.y, room.w, room.h, PIX_SRC,
              light.get(), 0, 0);
  const int wall = 2 * whole_pixels(kWall, resolution) + 1;
  const Image wide(pixDilateBrick(nullptr, seed.get(), wall, wall));
  if (!wide) return std::nullopt;
  pixOr(dark.get(), dark.get(), wide.get());
  const Image whole(pixSeedfillBinary(nullptr, wide.get(), dark.get(), 4));
  Box box{};
  Box* found = nullptr;
  if (!whole || pixClipToForeground(whole.get(), nullptr, &found) != 0) return std::nullopt;
  boxGetGeometry(found, &box.x, &box.y, &box.w, &box.h);
  boxDestroy(&found);
  const bool inside =
      box.x > 0 && box.y > 0 && box.x + box.w < region.w && box.y + box.h < region.h;
  const bool shaded = static_cast<double>(box.w) * box.h >= kShaded * room.w * room.h;
  if (!inside || !shaded || is_small(box, resolution)) return std::nullopt;
  const Image part = part_that_fills(whole, box);
  const auto form =
      part ? form_before_opening(part, whole_pixels(kFilled, resolution)) : std::nullopt;
  if (!form) return std::nullopt;
  box.x += region.x;
  box.y += region.y;
  return Shape{rect_of(box), form->kind};
}

std::vector<Shape> shaded_figures(const Image& rooms, const Image& solid, int resolution) {
  std::vector<Shape> figures;
  double left = kMostPages * pixGetWidth(rooms.get()) * pixGetHeight(rooms.get());
  for (const Box& room : parts_in(rooms, whole_pixels(kLeastWidth, resolution) * kLightPart,
                                  whole_pixels(kLeastHeight, resolution) * kLightPart)) {
    left -= 9.0 * room.w * room.h;
    if (left < 0) return {};
    if (const auto figure = shaded_figure(rooms, solid, room, resolution))
      figures.push_back(*figure);
  }
  return figures;
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

/// Adds the diamonds over whose sides words run, with their outlines.
void add_diamonds(const Image& ink, int resolution, std::vector<Shape>& figures) {
  for (Shape& diamond : diamonds_by_tips(ink, resolution)) {
    const bool known = std::any_of(figures.begin(), figures.end(), [&](const Shape& figure) {
      return common_part(figure.box, diamond.box).area() >
             kSharedSide * std::min(figure.box.area(), diamond.box.area());
    });
    if (known) continue;
    diamond.box = box_with_outline(diamond, ink, whole_pixels(kMostOutline, resolution));
    figures.push_back(diamond);
  }
}

}  // namespace

std::vector<Shape> find_flow_boxes(const Image& ink, int resolution) {
  // On a text page a quarter of the page's width and height shows that there are none.
  const Image small(pixReduceRankBinaryCascade(ink.get(), 1, 1, 0, 0));
  if (!small) return {};
  const Image white(pixInvert(nullptr, small.get()));
  const int brick = std::max(2, whole_pixels(kFilled, resolution) / 4 + 1);
  const Image solid(pixOpenBrick(nullptr, small.get(), brick, brick));
  if (!white || !solid) return {};
  const int quarter = std::max(1, resolution / 4);
  if (candidates_in(white, quarter).size() + candidates_in(solid, quarter).size() < kLeastBoxes)
    return {};

  const Holes holes = holes_of(ink, resolution);
  const Image filled = solid_ink(ink, holes, resolution);
  if (!filled) return {};
  const std::vector<Shape> shaded = shaded_figures(holes.rooms, filled, resolution);
  std::vector<Shape> figures =
      without_grids(outlined_figures(ink, resolution), whole_pixels(kSharedWall, resolution));
  for (const Shape& figure : figures_in(filled, whole_pixels(kFilled, resolution), resolution))
    figures.push_back(figure);
  std::erase_if(figures, [&](const Shape& figure) {
    return std::any_of(shaded.begin(), shaded.end(), [&](const Shape& whole) {
      return common_part(figure.box, whole.box).area() > kDrawnTwice * figure.box.area();
    });
  });
  figures.insert(figures.end(), shaded.begin(), shaded.end());
  add_diamonds(ink, resolution, figures);
  figures = without_frames(distinct(std::move(figures)));
  return figures.size() < kLeastBoxes ? std::vector<Shape>{} : figures;
}

}  // namespace diarium
