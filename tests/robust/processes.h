#pragma once

#include <sys/types.h>

#include <cstddef>
#include <functional>

namespace diarium {

/// Runs `act` in a process of its own, which then ends with status 0, or 2 when it throws.
pid_t in_a_process(const std::function<void()>& act);

/// As waitpid tells it.
int status_of_end(pid_t child);

/// Ends it at once, and waits until it has ended. True when it had come to a good end before.
bool kill_now(pid_t child);

/// What this process has mapped, in MiB: a limit of memory counts it, and children inherit it.
std::size_t mapped_mib();

/// Of memory, resident, in KiB; of this process.
long resident_kib();
/// The most since the start or `forget_peak`.
long peak_resident_kib();
void forget_peak();

}  // namespace diarium
