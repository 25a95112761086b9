#pragma once

#include <functional>

namespace diarium::test {

/// How the time of a piece of work grows when its input does.
struct Growth {
  double once;      // seconds of CPU, the shortest of the tries
  double fourfold;  // seconds of CPU on four times the input, the shortest of the tries

  /// How many times as long the fourfold input took; under 5 ms the clock is believed no more.
  /// Linear work gives about 4, work that grows with the square 16.
  double ratio() const;
};

/// Runs both, and up to four times again while the ratio is over six: what else the machine does
/// can only make a try longer, and work that grows with the square is slow each time.
Growth growth_of(const std::function<void()>& once, const std::function<void()>& fourfold);

}  // namespace diarium::test
