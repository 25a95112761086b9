#include "pipeline/run/system_calls.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <optional>

#include "pipeline/run/frames.h"
#include "pipeline/run/sandbox.h"

using namespace diarium;

namespace {

struct End {
  int status = 0;
  std::optional<Frame> said;
};

End end_of(void (*act)()) {
  std::array<int, 2> ends{};
  REQUIRE(::pipe(ends.data()) == 0);
  const pid_t child = ::fork();
  if (child == 0) {
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    allow_reading_only(ends[1]);
    act();
    ::_exit(0);
  }
  ::close(ends[1]);
  std::array<char, 64> buffer{};
  const ssize_t size = ::read(ends[0], buffer.data(), buffer.size());
  ::close(ends[0]);
  End end;
  ::waitpid(child, &end.status, 0);
  FrameParser parser;
  parser.add({buffer.data(), static_cast<std::size_t>(size)});
  end.said = parser.next();
  return end;
}

}  // namespace

TEST_CASE("system calls: a forbidden one ends the process and is told by its number") {
  if (!build_can_lock_down()) return;
  const End end = end_of([] { ::socket(AF_INET, SOCK_STREAM, 0); });
  REQUIRE(end.said);
  CHECK(*end.said == Frame{FrameKind::forbidden, SYS_socket, {}});
  CHECK(name_of_system_call(end.said->number) == "socket (41)");
  CHECK(WIFEXITED(end.status));
  CHECK(WEXITSTATUS(end.status) == 1);
}

TEST_CASE("system calls: reading goes on, opening to write is refused") {
  if (!build_can_lock_down()) return;
  const End end = end_of([] {
    const bool reads = ::open("/dev/null", O_RDONLY) >= 0;
    const bool writes = ::open("/dev/null", O_WRONLY) >= 0;
    ::_exit(reads && !writes ? 0 : 1);
  });
  CHECK_FALSE(end.said);
  CHECK(WEXITSTATUS(end.status) == 0);
}
