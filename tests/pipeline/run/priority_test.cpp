#include "pipeline/run/priority.h"

#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>

using namespace diarium;

// As in <linux/ioprio.h>, which C++ can't read in every version of Debian's kernel headers.
constexpr int kOfProcess = 1;
constexpr int kIdleClass = 3;
constexpr int kClassShift = 13;

TEST_CASE("priority: a run steps back from cores and disk as the settings say") {
  const pid_t child = ::fork();
  if (child == 0) {
    Configuration configuration;
    configuration.nice = 19;
    configuration.idle_io = true;
    step_back(configuration);
    const auto io = ::syscall(SYS_ioprio_get, kOfProcess, 0);
    const bool last = ::getpriority(PRIO_PROCESS, 0) == 19;
    ::_exit(last && io >> kClassShift == kIdleClass ? 0 : 1);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  CHECK(status == 0);
}
