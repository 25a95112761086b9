#include "pipeline/ocr/preparation.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>
#include <utility>

#include "pipeline/ocr/light_print.h"
#include "pipeline/ocr/orientation.h"

namespace diarium {
namespace {

// Pixels an inch of a raster that doesn't say: A4 across.
constexpr double kA4Width = 595.0;
// Letters of 9 points get an x-height of 18 pixels. More costs time and memory and reads no better.
constexpr double kMostDpi = 320.0;
constexpr double kReducedDpi = 300.0;
// Below this, small print has too few pixels for the division into lines.
constexpr double kLeastDpi = 180.0;
constexpr double kRaisedDpi = 300.0;
// Background normalisation leaves paper at 200; from here on it counts as white.
constexpr int kPaperAfterNorm = 190;
// A fax has half or a quarter as many rows as columns.
constexpr double kFaxRatio = 1.5;
// Ink on a page whose light was evened out.
constexpr int kInkBelow = 160;
// On a blurred photo the thin strokes of small signs are paler; letters would grow together and
// look like drawn lines if all were taken for ink.
constexpr int kPalestInk = 205;
constexpr int kAboveValley = 10;
// Leptonica's own threshold of trust in a skew.
constexpr float kClearSkew = 3.0F;
// A line of 450 points climbs less than a fifth of its height.
constexpr double kNoticeableSkew = 0.1;
// A glance at a page that may be blank. Seven points have small letters of three pixels then.
constexpr double kGlanceDpi = 75;
constexpr double kMostGlance = 0.69;  // Leptonica takes means up to here, single pixels above
constexpr int kPaleInk = 180;         // paper is evened out to 200
constexpr int kSmallLetter = 3;       // pixels
constexpr double kDegree = std::numbers::pi / 180.0;

struct Resolution {
  double x = 0;
  double y = 0;
};

Resolution resolution_of(const Raster& raster, double width, double height) {
  if (width > 0 && height > 0) {
    return {raster.width * kPointsPerInch / width, raster.height * kPointsPerInch / height};
  }
  if (raster.dpi_x > 0 && raster.dpi_y > 0) return {raster.dpi_x, raster.dpi_y};
  const double guess = std::min(raster.width, raster.height) * kPointsPerInch / kA4Width;
  return {guess, guess};
}

double working_resolution(const Resolution& stored) {
  const double finer = std::max(stored.x, stored.y);
  if (finer > kMostDpi) return kReducedDpi;
  return finer < kLeastDpi ? kRaisedDpi : finer;
}

Image scaled(Image grey, double x, double y) {
  if (std::fabs(x - 1) < 0.01 && std::fabs(y - 1) < 0.01) return grey;
  const auto factor_x = static_cast<float>(x);
  const auto factor_y = static_cast<float>(y);
  return Image(x < 0.7 && y < 0.7 ? pixScaleAreaMap(grey.get(), factor_x, factor_y)
                                  : pixScaleGrayLI(grey.get(), factor_x, factor_y));
}

bool is_fax(const Resolution& stored) {
  return std::max(stored.x, stored.y) > kFaxRatio * std::min(stored.x, stored.y);
}

// Rows drawn double leave steps on every stroke. Softened, five fax pages have 1.2 % of their
// characters wrong instead of 1.5 %.
Image softened(Image grey) {
  Image soft(pixBlockconvGray(grey.get(), nullptr, 1, 1));
  return soft ? std::move(soft) : std::move(grey);
}

/// Dark grounds under light print are no shadows: they keep their darkness.
Image with_even_light(Image grey, double resolution) {
  const Image grounds = find_light_print(grey, resolution);
  Image even(pixBackgroundNormSimple(grey.get(), grounds.get(), nullptr));
  if (!even) return grey;
  pixGammaTRC(even.get(), even.get(), 1.0F, 0, kPaperAfterNorm);
  return even;
}

bool touches_border(const Box& box, const Image& image) {
  return box.x <= 0 || box.y <= 0 || box.x + box.w >= pixGetWidth(image.get()) ||
         box.y + box.h >= pixGetHeight(image.get());
}

// Looked at from so far that noise has gone and letters are left: one piece of ink as large as a
// small letter, off the border, where scanners leave shadows, makes a page that is not blank.
bool is_blank(const Image& grey, const Resolution& stored) {
  if (std::min(stored.x, stored.y) < kGlanceDpi) return false;
  const auto shrunk = [](double dpi) {
    return static_cast<float>(std::min(kMostGlance, kGlanceDpi / dpi));
  };
  const Image small(pixScaleAreaMap(grey.get(), shrunk(stored.x), shrunk(stored.y)));
  if (!small) return false;
  const Image even(pixBackgroundNormSimple(small.get(), nullptr, nullptr));
  if (!even) return false;
  const Image ink(pixThresholdToBinary(even.get(), kPaleInk));
  const BoxList pieces(pixConnCompBB(ink.get(), 8));
  for (int i = 0; pieces && i < boxaGetCount(pieces.get()); ++i) {
    Box piece{};
    boxaGetBoxGeometry(pieces.get(), i, &piece.x, &piece.y, &piece.w, &piece.h);
    if (std::max(piece.w, piece.h) >= kSmallLetter && !touches_border(piece, ink)) return false;
  }
  return pieces != nullptr;
}

// Turns by the skew around the centre; the image grows so that no corner is lost.
void mend_skew(PreparedPage& page) {
  float angle = 0;
  float trust = 0;
  if (pixFindSkew(page.binary.get(), &angle, &trust) != 0) return;
  if (trust < kClearSkew || std::fabs(angle) < kNoticeableSkew) return;
  const int width = pixGetWidth(page.grey.get());
  const int height = pixGetHeight(page.grey.get());
  const double turn = static_cast<double>(angle) * kDegree;
  Image turned(pixRotate(page.grey.get(), static_cast<float>(turn), L_ROTATE_AREA_MAP,
                         L_BRING_IN_WHITE, width, height));
  if (!turned) return;
  page.skew = -static_cast<double>(angle);
  page.placement.turn = turn;
  page.placement.source_centre = {width / 2.0, height / 2.0};
  page.placement.centre = {pixGetWidth(turned.get()) / 2.0, pixGetHeight(turned.get()) / 2.0};
  page.grey = std::move(turned);
  page.binary = ink_of(page.grey);
}

void turn_upright(PreparedPage& page) {
  const int quarters = quarter_turns_to_upright(page.binary);
  if (quarters == 0) return;
  page.grey.reset(pixRotateOrth(page.grey.get(), quarters));
  page.binary.reset(pixRotateOrth(page.binary.get(), quarters));
  page.rotation = 90 * quarters;
}

}  // namespace

Image ink_of(const Image& grey) {
  return Image(pixThresholdToBinary(grey.get(), kInkBelow));
}

Image whole_strokes(const PreparedPage& page) {
  int valley = 0;
  if (!page.grey ||
      pixSplitDistributionFgBg(page.grey.get(), 0.1F, 4, &valley, nullptr, nullptr, 0) != 0) {
    return nullptr;
  }
  const int ink = std::clamp(valley + kAboveValley, kInkBelow, kPalestInk);
  return Image(pixThresholdToBinary(page.grey.get(), ink));
}

PreparedPage prepare(const Raster& raster, double width, double height) {
  PreparedPage page;
  Image grey = to_grey_image(raster);
  if (!grey) return page;
  const Resolution stored = resolution_of(raster, width, height);
  page.blank = is_blank(grey, stored);
  if (page.blank) {
    page.grey = std::move(grey);
    return page;
  }
  const double working = working_resolution(stored);
  page.grey = scaled(with_even_light(std::move(grey), std::min(stored.x, stored.y)),
                     working / stored.x, working / stored.y);
  page.coarse = is_fax(stored) || std::max(stored.x, stored.y) < kLeastDpi;
  if (page.grey && is_fax(stored)) page.grey = softened(std::move(page.grey));
  if (!page.grey) return page;
  page.binary = ink_of(page.grey);
  turn_upright(page);
  page.resolution = static_cast<int>(std::lround(working));
  page.placement.points_per_pixel_x = kPointsPerInch / working;
  page.placement.points_per_pixel_y = kPointsPerInch / working;
  mend_skew(page);
  return page;
}

}  // namespace diarium
