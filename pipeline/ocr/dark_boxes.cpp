#include "pipeline/ocr/dark_boxes.h"

#include <algorithm>

#include "models/geometry.h"

namespace diarium {
namespace {

// Looked at by half of the pixels, which costs a hundredth of a second.
constexpr int kReduction = 2;
constexpr int kMajority = 2;  // of four pixels

// Points. A bar with a line of text is higher.
constexpr double kLeastHeight = 7;
constexpr double kLeastWidth = 20;
constexpr double kSmallestSign = 2.5;
constexpr double kLargestSign = 40;
constexpr int kFewestSigns = 2;

// Shares of the box. Dark letters, however bold, leave more than half of their box white.
constexpr double kLeastInk = 0.6;
constexpr double kLeastFilled = 0.9;
// Brightness of the ground from which on it is paper, of what it measures on average.
constexpr double kGround = 0.8;

Box geometry_of(const BoxList& boxes, int index) {
  Box box{};
  boxaGetBoxGeometry(boxes.get(), index, &box.x, &box.y, &box.w, &box.h);
  return box;
}

double ink_in(const Image& image) {
  l_int32 count = 0;
  pixCountPixels(image.get(), &count, nullptr);
  return static_cast<double>(count) / (static_cast<double>(pixGetWidth(image.get())) *
                                       static_cast<double>(pixGetHeight(image.get())));
}

/// The pieces of ink of half the resolution, without drawn lines.
BoxList pieces_of(const Image& binary, const Image& lines) {
  Image rest(pixCopy(nullptr, binary.get()));
  if (rest && lines) pixSubtract(rest.get(), rest.get(), lines.get());
  const Image half(rest ? pixReduceRankBinary2(rest.get(), kMajority, nullptr) : nullptr);
  return BoxList(half ? pixConnCompBB(half.get(), 4) : nullptr);
}

/// A clipped box with all that stands in it filled.
Image filled(const Image& part) {
  Image holes(pixHolesByFilling(part.get(), 4));
  if (holes) pixOr(holes.get(), holes.get(), part.get());
  return holes;
}

int signs_in(const Image& part, int resolution) {
  const Image holes(pixHolesByFilling(part.get(), 4));
  const BoxList found(holes ? pixConnCompBB(holes.get(), 8) : nullptr);
  int signs = 0;
  for (int i = 0; found && i < boxaGetCount(found.get()); ++i) {
    const Box hole = geometry_of(found, i);
    if (hole.h >= whole_pixels(kSmallestSign, resolution) &&
        hole.h <= whole_pixels(kLargestSign, resolution) &&
        hole.w <= whole_pixels(kLargestSign, resolution))
      ++signs;
  }
  return signs;
}

bool holds_light_signs(const Image& binary, Box box, int resolution) {
  const Image part(pixClipRectangle(binary.get(), &box, nullptr));
  if (!part || ink_in(part) < kLeastInk) return false;
  const Image full = filled(part);
  return full && ink_in(full) >= kLeastFilled && signs_in(part, resolution) >= kFewestSigns;
}

Box box_of(const Rect& rect) {
  Box box{};
  box.x = static_cast<int>(rect.left);
  box.y = static_cast<int>(rect.top);
  box.w = static_cast<int>(rect.width());
  box.h = static_cast<int>(rect.height());
  return box;
}

/// The grey of a box turned, its ground white; empty where Leptonica gave up.
Image turned(const Image& grey, const Image& ink, Box box) {
  Image part(pixClipRectangle(grey.get(), &box, nullptr));
  l_float32 ground = 0;
  if (!part || pixGetAverageMasked(part.get(), ink.get(), 0, 0, 1, L_MEAN_ABSVAL, &ground) != 0)
    return nullptr;
  pixInvert(part.get(), part.get());
  const auto paper = static_cast<l_int32>(kGround * (255 - static_cast<double>(ground)));
  pixGammaTRC(part.get(), part.get(), 1.0F, 0, std::max(1, paper));
  return part;
}

}  // namespace

std::vector<Rect> find_dark_boxes(const Image& binary, const Image& lines, int resolution) {
  std::vector<Rect> dark;
  const BoxList pieces = pieces_of(binary, lines);
  for (int i = 0; pieces && i < boxaGetCount(pieces.get()); ++i) {
    Box box = geometry_of(pieces, i);
    box = {box.x * kReduction, box.y * kReduction, box.w * kReduction, box.h * kReduction, 0};
    if (box.w < whole_pixels(kLeastWidth, resolution) ||
        box.h < whole_pixels(kLeastHeight, resolution))
      continue;
    if (!holds_light_signs(binary, box, resolution)) continue;
    dark.push_back({static_cast<double>(box.x), static_cast<double>(box.y),
                    static_cast<double>(box.x + box.w), static_cast<double>(box.y + box.h)});
  }
  return dark;
}

void turn_light(const std::vector<Rect>& boxes, const Image& binary, const Image& grey) {
  for (const Rect& rect : boxes) {
    const Box box = box_of(rect);
    Box clip = box;
    const Image ink(pixClipRectangle(binary.get(), &clip, nullptr));
    const Image part = ink ? turned(grey, ink, box) : nullptr;
    if (!part) continue;
    // The rim of a box is neither ground nor paper, and was seen from afar only.
    const Image full = filled(ink);
    const Image inner(full ? pixErodeBrick(nullptr, full.get(), kReduction + 1, kReduction + 1)
                           : nullptr);
    if (!inner) continue;
    constexpr int kRim = 2 * kReduction;
    pixRasterop(grey.get(), box.x - kRim, box.y - kRim, box.w + 2 * kRim, box.h + 2 * kRim, PIX_SET,
                nullptr, 0, 0);
    pixCombineMaskedGeneral(grey.get(), part.get(), inner.get(), box.x, box.y);
  }
}

}  // namespace diarium
