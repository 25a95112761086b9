#include "pipeline/run/watch.h"

#include <catch2/catch.hpp>
#include <filesystem>

#include "temporary_archive.h"

using namespace diarium;
using namespace std::chrono_literals;

TEST_CASE("watch: a new file is told, also in a folder that is newer than the watch") {
  const TemporaryFolder folder;
  FolderWatch watch({folder.path()}, OwnFiles({}));
  CHECK_FALSE(watch.wait(0ms));
  folder.write("a.pdf", "x");
  CHECK(watch.wait(1000ms));
  folder.write("new/b.pdf", "x");
  CHECK(watch.wait(1000ms));
  watch.wait(0ms);
  folder.write("new/c.pdf", "x");
  CHECK(watch.wait(1000ms));
}

TEST_CASE("watch: waiting ends when all is quiet, when time is up, and when it is stopped") {
  const TemporaryFolder folder;
  FolderWatch watch({folder.path()}, OwnFiles({}));
  const auto never = [] { return false; };
  folder.write("a.pdf", "x");
  CHECK(wait_for_change(watch, 10ms, 60'000ms, never));
  CHECK(wait_for_change(watch, 10ms, 1ms, never));
  CHECK_FALSE(wait_for_change(watch, 10ms, 60'000ms, [] { return true; }));
}

TEST_CASE("watch: what a run writes itself is no news, though it lies among the documents") {
  const TemporaryFolder folder;
  folder.write("rapporter/1.txt", "x");
  Configuration configuration;
  configuration.database = folder.path() / "a.db";
  configuration.report_folder = folder.path() / "rapporter";
  FolderWatch watch({folder.path()}, OwnFiles(configuration));
  folder.write("a.db", "x");
  folder.write("a.db-wal", "x");
  folder.write("rapporter/2.txt", "x");
  CHECK_FALSE(watch.wait(50ms));
  folder.write("b.pdf", "x");
  CHECK(watch.wait(1000ms));
}
