#include "pipeline/ocr/middle_grey.h"

namespace diarium {
namespace {

struct NumaRelease {
  void operator()(Numa* numbers) const { numaDestroy(&numbers); }
};

}  // namespace

int middle_grey(const Image& grey, const Image& mask) {
  const std::unique_ptr<Numa, NumaRelease> histogram(
      pixGetGrayHistogramMasked(grey.get(), mask.get(), 0, 0, 1));
  l_float32 value = 0;
  if (!histogram || numaHistogramGetValFromRank(histogram.get(), 0.5F, &value) != 0) return 0;
  return static_cast<int>(value);
}

}  // namespace diarium
