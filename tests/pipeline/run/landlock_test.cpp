#include "pipeline/run/landlock.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <iostream>

#include "temporary_archive.h"

using namespace diarium;

namespace {

bool opens(const std::filesystem::path& path, int flags) {
  return ::open(path.c_str(), flags) >= 0;
}

/// What a confined process answers, as bits; it can't come back to the test.
int confined_answers(const std::filesystem::path& allowed, const std::filesystem::path& other) {
  const pid_t child = ::fork();
  if (child == 0) {
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    const std::array places{allowed.parent_path(), std::filesystem::path("/not/there")};
    const bool confined = confine_to(places);
    ::_exit((confined ? 1 : 0) + (opens(allowed, O_RDONLY) ? 2 : 0) +
            (opens(allowed, O_WRONLY) ? 4 : 0) + (opens(other, O_RDONLY) ? 8 : 0));
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

TEST_CASE("landlock: what is listed can be read, not written, and nothing else can be opened") {
  if (landlock_version() == 0) {
    std::cout << "skipped: this kernel has no Landlock\n";
    return;
  }
  const TemporaryFolder folder;
  const auto allowed = folder.write("allowed/a", "a");
  const auto other = folder.write("other/b", "b");
  CHECK(confined_answers(allowed, other) == 3);
}
