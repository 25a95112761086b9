#include "pipeline/store/archive.h"

#include <catch2/catch.hpp>

#include "sample_archive.h"

namespace diarium {

TEST_CASE("archive: a path is remembered by its bytes, whatever they are") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  const std::int64_t run = archive.begin_run("2024-03-05T22:00:00", "0.1.0", "{}");
  const std::string latin1("in/\xE5rsbok\n.pdf");
  CHECK_FALSE(archive.find_path(latin1).has_value());
  const std::string source = archive.add_source(kSha, 10);
  archive.put_path({.path = latin1,
                    .display = "in/\\xE5rsbok\\n.pdf",
                    .bytes = 10,
                    .mtime_ns = 1'700'000'000'000'000'001,
                    .source = source,
                    .run = run});
  const auto found = archive.find_path(latin1);
  REQUIRE(found.has_value());
  CHECK(found->path == latin1);
  CHECK(found->mtime_ns == 1'700'000'000'000'000'001);
  CHECK(found->status == PathStatus::waiting);
  CHECK(found->run == run);
  CHECK(archive.paths_of(source).size() == 1);
  archive.put_path({.path = latin1,
                    .display = "x",
                    .status = PathStatus::failed,
                    .reason = ErrorCode::unreadable});
  CHECK(archive.find_path(latin1)->reason == ErrorCode::unreadable);
  CHECK(archive.paths_of(source).empty());
}

TEST_CASE("archive: the same bytes are one source") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  CHECK(archive.add_source(kSha, 10) == kSource);
  CHECK(archive.add_source(kSha, 10) == kSource);
  REQUIRE(archive.sources().size() == 1);
  CHECK(archive.sources()[0].sha256 == kSha);
  CHECK(archive.sources()[0].status == SourceStatus::seen);
  CHECK_FALSE(archive.find_source("ffff").has_value());
}

TEST_CASE("archive: a claim that a crash left behind is still there, and counted") {
  const TemporaryFolder folder;
  {
    Archive archive = Archive::open(folder / "a.db");
    archive.begin_attempt(archive.add_source(kSha, 10));
  }
  Archive archive = Archive::open(folder / "a.db");
  const std::vector<Source> claimed = archive.sources(SourceStatus::claimed);
  REQUIRE(claimed.size() == 1);
  CHECK(claimed[0].attempts == 1);
  archive.begin_attempt(kSource);
  archive.finish_source(
      kSource,
      {.status = SourceStatus::quarantined, .reason = ErrorCode::crashed, .message = "signal 11"});
  const auto source = archive.find_source(kSource);
  CHECK(source->attempts == 2);
  CHECK(source->reason == ErrorCode::crashed);
  CHECK(source->message == "signal 11");
  archive.retry(kSource);
  CHECK(archive.find_source(kSource)->status == SourceStatus::seen);
  CHECK(archive.find_source(kSource)->attempts == 0);
}

TEST_CASE("archive: a run that stops on purpose counts no attempt") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  archive.begin_attempt(archive.add_source(kSha, 10));
  archive.release(kSource);
  CHECK(archive.find_source(kSource)->status == SourceStatus::seen);
  CHECK(archive.find_source(kSource)->attempts == 0);
}

TEST_CASE("archive: what was not committed is rolled back") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  {
    Archive::Transaction transaction(archive);
    archive.add_source(kSha, 10);
    archive.put_reading(kSource, "r1", page_of(1, {"Almvik"}));
    CHECK_THROWS_AS(Archive::Transaction(archive), std::logic_error);
  }
  CHECK(archive.sources().empty());
  {
    Archive::Transaction transaction(archive);
    archive.add_source(kSha, 10);
    transaction.commit();
  }
  CHECK(archive.sources().size() == 1);
}

TEST_CASE("archive: a reader sees what was committed and can write nothing") {
  const TemporaryFolder folder;
  Archive writer = Archive::open(folder / "a.db");
  Archive reader = Archive::open_read_only(folder / "a.db");
  {
    Archive::Transaction transaction(writer);
    writer.add_source(kSha, 10);
    CHECK(reader.sources().empty());
    transaction.commit();
  }
  CHECK(reader.sources().size() == 1);
  CHECK_THROWS_AS(reader.add_source("abc", 1), std::runtime_error);
}

TEST_CASE("archive: one that is not there is named, with the command that makes it") {
  CHECK_THROWS_WITH(
      Archive::open_read_only("/nowhere/a.db"),
      Catch::Matchers::Contains("/nowhere/a.db") && Catch::Matchers::Contains("diarium ingest"));
}

}  // namespace diarium
