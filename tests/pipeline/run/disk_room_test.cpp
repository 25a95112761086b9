#include "pipeline/run/disk_room.h"

#include <catch2/catch.hpp>

#include "temporary_archive.h"

using namespace diarium;

TEST_CASE("disk room: a run needs what low_disk_mb says, and tells how much there is") {
  const TemporaryFolder folder;
  Configuration configuration;
  configuration.database = folder.path() / "a.db";
  configuration.low_disk_mb = 0;
  CHECK_NOTHROW(require_room(configuration));
  configuration.low_disk_mb = 2'000'000'000;
  CHECK_THROWS_WITH(require_room(configuration), Catch::Matchers::Contains("MiB are free"));
}
