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

bool lines_run_down(const Image& binary, float up, float left) {
  const Image lying(pixRotateOrth(binary.get(), 1));
  const float across = strength_of_lines(binary);
  const float down = lying ? strength_of_lines(lying) : 0.0F;
  if (across > kClearRatio * down) return false;
  if (down > kClearRatio * across) return true;
  return std::fabs(left) >= kClear && std::fabs(left) > 2 * std::fabs(up);
}

}  // namespace

int quarter_turns_to_upright(const Image& binary) {
  float up = 0;
  float left = 0;
  if (pixOrientDetect(binary.get(), &up, &left, kLeastLetters, 0) != 0) return 0;
  if (lines_run_down(binary, up, left)) return left > 0 ? 1 : 3;
  return up <= -kClear ? 2 : 0;
}

}  // namespace diarium
