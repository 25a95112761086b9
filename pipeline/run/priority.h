#pragma once

#include "pipeline/run/configuration.h"

namespace diarium {

/// Gives this process, and the workers that it starts, the place in the queues for cores and disk
/// that `nice` and `idle_io` ask for. A system that refuses is left as it is.
void step_back(const Configuration& configuration);

}  // namespace diarium
