#pragma once

namespace diarium {

/// Seconds of CPU that this process has used.
double cpu_seconds();

}  // namespace diarium
