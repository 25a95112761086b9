#include "pipeline/run/priority.h"

#include <linux/ioprio.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace diarium {

void step_back(const Configuration& configuration) {
  if (configuration.nice > 0) ::setpriority(PRIO_PROCESS, 0, configuration.nice);
  if (configuration.idle_io) {
    ::syscall(SYS_ioprio_set, IOPRIO_WHO_PROCESS, 0, IOPRIO_PRIO_VALUE(IOPRIO_CLASS_IDLE, 0));
  }
}

}  // namespace diarium
