#pragma once

#include <algorithm>

namespace diarium {

/// The y at which `part` of a sheet's height is reached: 0 = head .. 1 = foot. A running page,
/// higher than paper of its width, has the margins of one sheet at its head and at its foot.
constexpr double y_of_part(double part, double width, double height) {
  constexpr double kHighestSheet = 1.7;  // heights in widths; American legal paper has 1.65
  const double sheet = std::min(height, kHighestSheet * width);
  return part < 0.5 ? part * sheet : height - (1 - part) * sheet;
}

}  // namespace diarium
