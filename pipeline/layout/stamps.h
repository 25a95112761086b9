#pragma once

#include <cstddef>
#include <vector>

#include "pipeline/layout/reading_order.h"

namespace diarium::layout {

/// A stamp: words set aslant within a frame.
struct Stamp {
  std::vector<std::size_t> tokens;
  double slope = 0;  ///< by which its lines fall, points a point
};

std::vector<Stamp> stamps_of(const Upright& page);

/// The lines of a stamp, from top to bottom along its slant, of zone stamp.
std::vector<TextLine> lines_of(const Upright& page, const Stamp& stamp);

}  // namespace diarium::layout
