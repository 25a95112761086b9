#include "pipeline/run/escapes.h"

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <iostream>

#include "pipeline/run/landlock.h"

using namespace diarium;

namespace {

std::vector<std::string> successes_of(const std::vector<Escape>& escapes) {
  std::vector<std::string> acts;
  for (const Escape& escape : escapes) {
    if (!escape.denied) acts.push_back(escape.act);
  }
  return acts;
}

}  // namespace

TEST_CASE("escapes: row 5, each of 30 forbidden acts is denied or ends the worker") {
  if (!build_can_lock_down() || landlock_version() == 0) {
    std::cout << "skipped: a sanitized build, or a kernel without Landlock\n";
    return;
  }
  const auto escapes = try_to_escape({.readable = folders_of_readers({})});
  CHECK(escapes.size() == 30);
  CHECK(successes_of(escapes) == std::vector<std::string>{});
  for (const Escape& escape : escapes) CHECK(escape.how.find(':') != std::string::npos);
}

TEST_CASE("escapes: row 5, where Landlock allows all, seccomp alone denies all but reading") {
  if (!build_can_lock_down()) {
    std::cout << "skipped: a sanitized build\n";
    return;
  }
  const auto successes = successes_of(try_to_escape({.readable = {"/"}}));
  CHECK(successes.size() <= 3);
  CHECK(std::all_of(successes.begin(), successes.end(),
                    [](const std::string& act) { return act.starts_with("reads "); }));
}
