#include "pipeline/ocr/middle_grey.h"

namespace diarium {
int middle_grey(const Image& grey, const Image& mask) {
  const NumberList histogram(pixGetGrayHistogramMasked(grey.get(), mask.get(), 0, 0, 1));
  l_float32 value = 0;
  if (!histogram || numaHistogramGetValFromRank(histogram.get(), 0.5F, &value) != 0) return 0;
  return static_cast<int>(value);
}

}  // namespace diarium
