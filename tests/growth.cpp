#include "tests/growth.h"

#include <malloc.h>

#include <algorithm>
#include <ctime>

namespace diarium::test {

namespace {

/// Has the process keep what memory it has got. Blocks that are given back to the system must be
/// got anew by each try, page by page: from some megabytes on that costs as much as a search.
void keep_memory() {
  mallopt(M_MMAP_MAX, 0);
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
}

double seconds_of(const std::function<void()>& work) {
  const std::clock_t start = std::clock();  // of CPU: other programs may want the machine
  work();
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

}  // namespace

double Growth::ratio() const {
  return fourfold / std::max(once, 0.005);
}

Growth growth_of(const std::function<void()>& once, const std::function<void()>& fourfold) {
  keep_memory();
  Growth growth{seconds_of(once), seconds_of(fourfold)};
  for (int again = 0; again < 4 && growth.ratio() > 6; ++again) {
    growth.once = std::min(growth.once, seconds_of(once));
    growth.fourfold = std::min(growth.fourfold, seconds_of(fourfold));
  }
  return growth;
}

}  // namespace diarium::test
