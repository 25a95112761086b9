#pragma once

#include <vector>

#include "models/geometry.h"

namespace diarium {

/// Lines (points, in the order in which a path draws them) with the dashes that carry one another
/// on put together: browsers and word processors draw a dashed line as many short ones. A line of
/// dashes has two points for each of them. What stands alone stays as it is.
std::vector<std::vector<Point>> join_dashes(const std::vector<std::vector<Point>>& lines);

}  // namespace diarium
