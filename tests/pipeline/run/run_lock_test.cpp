#include "pipeline/run/run_lock.h"

#include <catch2/catch.hpp>
#include <optional>

#include "temporary_archive.h"

using namespace diarium;

TEST_CASE("run lock: one run at a time on one archive") {
  const TemporaryFolder folder;
  std::optional<RunLock> first(folder.path() / "a.db");
  CHECK_THROWS_WITH(RunLock(folder.path() / "a.db"),
                    Catch::Matchers::Contains("another run is at work"));
  CHECK_NOTHROW(RunLock(folder.path() / "b.db"));
  first.reset();
  CHECK_NOTHROW(RunLock(folder.path() / "a.db"));
}
