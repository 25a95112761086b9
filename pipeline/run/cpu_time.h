#pragma once

namespace diarium {

/// Seconds of CPU that this process has used.
double cpu_seconds();

/// Seconds of CPU that the calling thread has used.
double thread_cpu_seconds();

}  // namespace diarium
