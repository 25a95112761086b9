#pragma once

#include <chrono>

namespace diarium {

/// From now on the clock on the wall is so much ahead in this program, its children included. What
/// is measured by other clocks goes on as it was.
void set_clock_ahead(std::chrono::seconds ahead);

}  // namespace diarium
