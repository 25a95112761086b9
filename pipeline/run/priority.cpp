#include "pipeline/run/priority.h"

#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace diarium {
namespace {

// As in <linux/ioprio.h>, which C++ can't read in every version of Debian's kernel headers.
constexpr int kOfProcess = 1;
constexpr int kIdleClass = 3 << 13;

}  // namespace

void step_back(const Configuration& configuration) {
  if (configuration.nice > 0) ::setpriority(PRIO_PROCESS, 0, configuration.nice);
  if (configuration.idle_io) ::syscall(SYS_ioprio_set, kOfProcess, 0, kIdleClass);
}

}  // namespace diarium
