#include "pipeline/run/own_files.h"

#include <catch2/catch.hpp>

#include "temporary_archive.h"

using namespace diarium;

TEST_CASE("own files: the archive with what belongs to it, status, metrics and reports are ours") {
  const TemporaryFolder folder;
  folder.write("rapporter/1.txt", "x");
  Configuration configuration;
  configuration.database = folder.path() / "a.db";
  configuration.status_file = folder.path() / "status.json";
  configuration.report_folder = folder.path() / "rapporter";
  const OwnFiles own(configuration);
  for (const char* const name : {"a.db", "a.db-wal", "a.db-shm", "a.db.lock", "a.db.schema-3.part",
                                 "status.json", "status.json.77.part", "rapporter/1.txt"}) {
    CAPTURE(name);
    CHECK(own.contains(folder.path() / name));
  }
  for (const char* const name :
       {"a.pdf", "a.db2", "status.pdf", "rapporter 2024/1.pdf", "under/a.db", "a.db.d/1.pdf"}) {
    CAPTURE(name);
    CHECK_FALSE(own.contains(folder.path() / name));
  }
}
