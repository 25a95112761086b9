#pragma once

#include "pipeline/run/configuration.h"

namespace diarium {

/// Throws std::runtime_error when less than `low_disk_mb` is free beside the archive: a run that
/// ends before the disk is full leaves room for what else lives there.
void require_room(const Configuration& configuration);

}  // namespace diarium
