#include "pipeline/ocr/orientation.h"

#include <algorithm>
#include <cmath>

namespace diarium {
namespace {

// Leptonica gives the difference of ascenders and descenders in standard deviations. Measured on 52
// scans: upright text 4..45, its sideways score below 13; an empty page below 4.
constexpr float kClear = 4.0F;
// How much one direction must outweigh the other.
constexpr float kRatio = 1.5F;

}  // namespace

int quarter_turns_to_upright(const Image& binary) {
  float up = 0;
  float left = 0;
  if (pixOrientDetect(binary.get(), &up, &left, 0, 0) != 0) return 0;
  const float vertical = std::fabs(up);
  const float horizontal = std::fabs(left);
  if (vertical >= kClear && vertical >= kRatio * horizontal) return up > 0 ? 0 : 2;
  if (horizontal >= kClear && horizontal >= kRatio * vertical) return left > 0 ? 1 : 3;
  return 0;
}

}  // namespace diarium
