#include "pipeline/ocr/orientation.h"

#include <cmath>

namespace diarium {
namespace {

// Leptonica gives the difference of ascenders and descenders in standard deviations. Measured on 80
// scans: upright text 4..62, upside down as far below.
constexpr float kClear = 4.0F;
// Fewer ascenders and descenders say nothing.
constexpr int kLeastLetters = 20;
// Rows of pixels across lines of text change more than rows along them: by 6 to 50 on pages of
// text, by half to two on charts, whose boxes have sides of both directions.
constexpr float kClearRatio = 3.0F;

// How much rows of pixels differ from their neighbours at the skew where they differ most.
float strength_of_lines(const Image& binary) {
  float angle = 0;
  float trust = 0;
  float strength = 0;
  const int reduction = 4;
  const float range = 7;
  const float step = 1;
  const float precision = 0.1F;
  pixFindSkewSweepAndSearchScore(binary.get(), &angle, &trust, &strength, reduction, reduction, 0,
                                 range, step, precision);
  return strength;
}

/// In standard deviations, below nought where letters stand on their heads; nought where too few
/// letters say anything.
float uprightness(const Image& binary) {
  float upright = 0;
  return pixUpDownDetect(binary.get(), &upright, kLeastLetters, 0, 0) == 0 ? upright : 0.0F;
}

}  // namespace

int quarter_turns_to_upright(const Image& binary) {
  const Image lying(pixRotateOrth(binary.get(), 1));
  if (!lying) return 0;
  const float across = strength_of_lines(binary);
  const float down = strength_of_lines(lying);
  // Letters are looked at in one direction only where the lines are clear: it takes longer.
  const bool run_across = across > kClearRatio * down;
  const bool run_down = down > kClearRatio * across;
  const float up = run_down ? 0.0F : uprightness(binary);
  const float left = run_across ? 0.0F : uprightness(lying);
  const bool lies =
      run_down || (!run_across && std::fabs(left) >= kClear && std::fabs(left) > 2 * std::fabs(up));
  if (lies) return left > 0 ? 1 : 3;
  return up <= -kClear ? 2 : 0;
}

}  // namespace diarium
