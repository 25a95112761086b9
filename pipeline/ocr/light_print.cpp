#include "pipeline/ocr/light_print.h"

#include <algorithm>
#include <utility>

#include "models/geometry.h"
#include "pipeline/ocr/middle_grey.h"

namespace diarium {
namespace {

// Looked for from so far, in pixels an inch: letters stay apart from their ground.
constexpr double kGlance = 75;
constexpr double kMostScale = 0.69;  // Leptonica takes means up to here, single pixels above
// Of the paper's brightness, that a ground has at most.
constexpr double kDark = 0.6;
// Points.
constexpr double kStroke = 3;   // letters are thinner
constexpr double kLetter = 12;  // light letters in a ground are no larger gaps
constexpr double kLeastWidth = 14;
constexpr double kLeastHeight = 8;
constexpr double kSide = 2;    // within which a ground turns to paper
constexpr double kMargin = 8;  // around a ground, of which nothing is learnt of the paper
// Of the paper's brightness, between both sides of a ground's border.
constexpr double kClearSide = 0.25;
// Greys from the ground to its print.
constexpr int kPrint = 50;
constexpr double kLeastPrint = 0.015;  // of a ground
constexpr double kMostPrint = 0.5;
constexpr int kMostGrounds = 200;

double share_of(const Image& part, const Image& whole) {
  l_int32 some = 0;
  l_int32 all = 0;
  if (!part || pixCountPixels(part.get(), &some, nullptr) != 0 ||
      pixCountPixels(whole.get(), &all, nullptr) != 0 || all == 0)
    return 0;
  return static_cast<double>(some) / all;
}

/// The scan from afar, where grounds are told.
class Glance {
 public:
  Glance(Image grey, double resolution)
      : grey_(std::move(grey)),
        resolution_(resolution),
        paper_(grey_ ? middle_grey(grey_, nullptr) : 0) {}

  /// 1 bit.
  [[nodiscard]] Image grounds() const {
    const Image dark(grey_ ? pixThresholdToBinary(grey_.get(), std::max(1, dark_below()))
                           : nullptr);
    if (!dark) return nullptr;
    const int stroke = whole_pixels(kStroke, resolution_);
    const int letter = whole_pixels(kLetter, resolution_);
    const Image solid(pixOpenBrick(nullptr, dark.get(), stroke, stroke));
    const Image whole(solid ? pixCloseSafeBrick(nullptr, solid.get(), letter, letter) : nullptr);
    return whole ? of_light_print(whole) : nullptr;
  }

 private:
  [[nodiscard]] int dark_below() const { return static_cast<int>(kDark * paper_); }

  [[nodiscard]] Image of_light_print(const Image& whole) const {
    Pixa* found = nullptr;
    const BoxList boxes(pixConnComp(whole.get(), &found, 8));
    const ImageList pieces(found);
    Image grounds(pixCreateTemplate(whole.get()));
    const int count = boxes && grounds ? boxaGetCount(boxes.get()) : 0;
    bool any = false;
    for (int i = 0; i < std::min(count, kMostGrounds); ++i) {
      Box box{};
      boxaGetBoxGeometry(boxes.get(), i, &box.x, &box.y, &box.w, &box.h);
      if (box.w < whole_pixels(kLeastWidth, resolution_) ||
          box.h < whole_pixels(kLeastHeight, resolution_))
        continue;
      const Image piece(pixaGetPix(pieces.get(), i, L_CLONE));
      if (!piece || !is_ground(piece, box)) continue;
      pixRasterop(grounds.get(), box.x, box.y, box.w, box.h, PIX_DST | PIX_SRC, piece.get(), 0, 0);
      any = true;
    }
    return any ? std::move(grounds) : nullptr;
  }

  /// Whether a piece has clear sides and print lighter than itself, none darker.
  [[nodiscard]] bool is_ground(const Image& piece, const Box& box) const {
    const int side = whole_pixels(kSide, resolution_);
    const int rim = 2 * side;
    const Image mask(pixAddBorder(piece.get(), rim, 0));
    const Image part = surroundings(box, rim);
    if (!mask || !part) return false;
    const Image wide(pixDilateBrick(nullptr, mask.get(), 2 * side + 1, 2 * side + 1));
    const Image outer(wide ? pixDilateBrick(nullptr, wide.get(), 3, 3) : nullptr);
    const Image inner(pixErodeBrick(nullptr, mask.get(), 2 * side + 1, 2 * side + 1));
    if (!outer || !inner) return false;
    pixSubtract(outer.get(), outer.get(), wide.get());
    const int ground = middle_grey(part, inner);
    if (middle_grey(part, outer) - ground < kClearSide * paper_) return false;
    const Image light(pixThresholdToBinary(part.get(), std::min(255, ground + kPrint)));
    const Image dark(pixThresholdToBinary(part.get(), std::max(1, ground - kPrint)));
    if (!light || !dark) return false;
    pixInvert(light.get(), light.get());
    pixAnd(light.get(), light.get(), inner.get());
    pixAnd(dark.get(), dark.get(), inner.get());
    const double lighter = share_of(light, inner);
    return lighter >= kLeastPrint && lighter <= kMostPrint && lighter > share_of(dark, inner);
  }

  /// The grey of a box and of a rim around it, white beyond the scan.
  [[nodiscard]] Image surroundings(const Box& box, int rim) const {
    Image part(pixCreate(box.w + 2 * rim, box.h + 2 * rim, 8));
    if (!part) return nullptr;
    pixSetAllGray(part.get(), paper_);
    pixRasterop(part.get(), 0, 0, box.w + 2 * rim, box.h + 2 * rim, PIX_SRC, grey_.get(),
                box.x - rim, box.y - rim);
    return part;
  }

  Image grey_;
  double resolution_;
  int paper_;
};

}  // namespace

Image find_light_print(const Image& grey, double resolution) {
  const auto scale = static_cast<float>(std::min(kMostScale, kGlance / std::max(1.0, resolution)));
  const Glance glance(Image(pixScaleAreaMap(grey.get(), scale, scale)),
                      resolution * static_cast<double>(scale));
  const Image grounds = glance.grounds();
  if (!grounds) return nullptr;
  const int wide = 2 * whole_pixels(kMargin, resolution * static_cast<double>(scale)) + 1;
  const Image wider(pixDilateBrick(nullptr, grounds.get(), wide, wide));
  return Image(wider
                   ? pixScaleToSize(wider.get(), pixGetWidth(grey.get()), pixGetHeight(grey.get()))
                   : nullptr);
}

}  // namespace diarium
