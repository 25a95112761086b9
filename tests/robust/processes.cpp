#include "processes.h"

#include <malloc.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <exception>
#include <fstream>
#include <iostream>
#include <string>

namespace diarium {

pid_t in_a_process(const std::function<void()>& act) {
  std::cout.flush();  // lest the child print it once more
  const pid_t child = ::fork();
  if (child != 0) return child;
  ::setpgid(0, 0);
  ::signal(SIGABRT, SIG_DFL);  // the test's own handler would tell of it as a failure
  try {
    act();
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    ::_exit(2);
  }
  ::_exit(0);
}

int status_of_end(pid_t child) {
  int status = 0;
  ::waitpid(child, &status, 0);
  return status;
}

bool kill_now(pid_t child) {
  ::kill(child, SIGKILL);
  const int status = status_of_end(child);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

std::size_t mapped_mib() {
  std::size_t pages = 0;
  std::ifstream("/proc/self/statm") >> pages;
  return pages * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE)) >> 20U;
}

long resident_kib() {
  long total = 0;
  long resident = 0;
  std::ifstream("/proc/self/statm") >> total >> resident;
  return resident * (::sysconf(_SC_PAGESIZE) / 1024);
}

long peak_resident_kib() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmHWM:")) return std::stol(line.substr(line.find(':') + 1));
  }
  return 0;
}

void forget_peak() {
  ::malloc_trim(0);
  std::ofstream("/proc/self/clear_refs") << 5;
}

}  // namespace diarium
