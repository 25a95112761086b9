#pragma once

namespace diarium {

/// How many were found, missed and too many.
struct Tally {
  int found = 0;
  int missed = 0;
  int extra = 0;
  [[nodiscard]] double precision() const {
    return found + extra > 0 ? static_cast<double>(found) / (found + extra) : 1.0;
  }
  [[nodiscard]] double recall() const {
    return found + missed > 0 ? static_cast<double>(found) / (found + missed) : 1.0;
  }
  [[nodiscard]] double f1() const {
    return found + missed + extra > 0 ? 2.0 * found / (2.0 * found + missed + extra) : 1.0;
  }
  Tally& operator+=(const Tally& other) {
    found += other.found;
    missed += other.missed;
    extra += other.extra;
    return *this;
  }
};

}  // namespace diarium
