#include "pipeline/run/sandbox.h"

#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <new>
#include <vector>

#include "pipeline/ocr/older_reading.h"

using namespace diarium;

namespace {

int exit_code_within(const Sandbox& sandbox, int (*work)()) {
  const pid_t child = ::fork();
  if (child == 0) {
    lock_down(sandbox);
    ::_exit(work());
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

TEST_CASE("sandbox: memory above the limit is an exception that the worker can tell of") {
  if (!build_can_lock_down()) return;
  const auto allocate = [] {
    try {
      const std::vector<char> big(std::size_t{1} << 30U, 'x');
      return static_cast<int>(big.back());
    } catch (const std::bad_alloc&) {
      return 3;
    }
  };
  CHECK(exit_code_within({.memory_bytes = std::size_t{512} << 20U}, allocate) == 3);
}

TEST_CASE("sandbox: a worker knows Swedish words") {
  if (!build_can_lock_down()) return;
  const Sandbox sandbox{.readable = folders_of_readers({})};
  CHECK(exit_code_within(sandbox, [] { return swedish_words()("kommunen") ? 4 : 0; }) == 4);
}

TEST_CASE("sandbox: a worker of root is nobody") {
  if (!build_can_lock_down() || ::geteuid() != 0) return;
  CHECK(exit_code_within({}, [] { return ::setuid(0) == 0 ? 5 : 0; }) != 5);
}
