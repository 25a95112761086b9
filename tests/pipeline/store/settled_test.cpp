#include <catch2/catch.hpp>

#include "pipeline/store/archive.h"
#include "sample_archive.h"

namespace diarium {
namespace {

const SettledUnder kKeys{"r1", "u1", "s1"};

PathEntry file_of(std::int64_t bytes, std::int64_t mtime_ns) {
  PathEntry file;
  file.path = "/arkiv/a.pdf";
  file.bytes = bytes;
  file.mtime_ns = mtime_ns;
  return file;
}

/// A source of two pages, the second of them lost, that was understood.
struct Example {
  TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");

  Example() {
    archive.add_source(kSha, 10);
    const Page page = page_of(1, {"ett"});
    archive.put_reading(kSource, "r1", page);
    archive.put_lost_page(kSource, "r1", {.code = ErrorCode::timeout, .page = 2});
    archive.put_understanding(kSource, "u1", {page}, {});
    archive.finish_source(kSource, {.status = SourceStatus::partial, .pages = 2});
    PathEntry path = file_of(10, 77);
    path.source = kSource;
    path.status = PathStatus::processed;
    archive.put_path(path);
  }
};

}  // namespace

TEST_CASE("settled: a source all of whose pages were read or lost, and that was understood, is") {
  const Example example;
  CHECK(example.archive.is_settled(kSource, kKeys));
  CHECK_FALSE(example.archive.is_settled(kSource, {"r2", "u1", "s1"}));
  CHECK_FALSE(example.archive.is_settled(kSource, {"r1", "u2", "s1"}));
  CHECK_FALSE(example.archive.is_settled("none", kKeys));
}

TEST_CASE("settled: what a run broke off at is not, though all its pages are there") {
  Example example;
  example.archive.begin_attempt(kSource);
  CHECK_FALSE(example.archive.is_settled(kSource, kKeys));
}

TEST_CASE("settled: what was set aside is under the same program and settings") {
  Example example;
  example.archive.finish_source(
      kSource,
      {.status = SourceStatus::quarantined, .reason = ErrorCode::damaged, .set_aside_under = "s1"});
  CHECK(example.archive.is_settled(kSource, kKeys));
  CHECK_FALSE(example.archive.is_settled(kSource, {"r1", "u1", "s2"}));
}

TEST_CASE("settled: a file is known by its path, size and time of change while it is there") {
  Example example;
  CHECK(example.archive.settled_source(file_of(10, 77), kKeys) == kSource);
  CHECK(example.archive.settled_source(file_of(11, 77), kKeys).empty());
  CHECK(example.archive.settled_source(file_of(10, 78), kKeys).empty());
  CHECK(example.archive.settled_source(file_of(10, 77), {"r2", "u1", "s1"}).empty());
  example.archive.mark_missing("/arkiv/a.pdf");
  CHECK(example.archive.settled_source(file_of(10, 77), kKeys).empty());
}

}  // namespace diarium
