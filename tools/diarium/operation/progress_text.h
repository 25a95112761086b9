#pragma once

#include <cstddef>
#include <string>

#include "pipeline/run/run_report.h"

namespace diarium {

/// How fast a run goes.
struct Pace {
  double seconds = 0;         ///< since it began, by the clock
  double pages_a_second = 0;  ///< of late
};

/// How far a run is that knows of `all` files and is done with some, as one line. `columns` is the
/// width of the terminal; 0 = any. A longer line would wrap, and what wraps can't be wiped.
std::string progress_text(const RunReport& report, std::size_t done, std::size_t all,
                          const Pace& pace, std::size_t columns);

}  // namespace diarium
