#include "pipeline/run/claims.h"

#include <catch2/catch.hpp>

#include "temporary_archive.h"

using namespace diarium;

namespace {

struct Example {
  TemporaryFolder folder;
  Archive archive = Archive::open(folder.path() / "a.db");
  std::string source = archive.add_source(std::string(64, 'a'), 10);

  [[nodiscard]] Source now() const { return *archive.find_source(source); }
};

}  // namespace

TEST_CASE("claims: what is still held at the end is given back, and counts no attempt") {
  Example example;
  {
    Claims claims(example.archive);
    claims.take(example.source);
    CHECK(example.now().status == SourceStatus::claimed);
    CHECK(example.now().attempts == 1);
  }
  CHECK(example.now().status == SourceStatus::seen);
  CHECK(example.now().attempts == 0);
}

TEST_CASE("claims: work that ended stays ended") {
  Example example;
  {
    Claims claims(example.archive);
    claims.take(example.source);
    example.archive.finish_source(example.source, {.status = SourceStatus::indexed, .pages = 1});
    claims.end(example.source);
  }
  CHECK(example.now().status == SourceStatus::indexed);
}

TEST_CASE("claims: attempts are counted from the last end, and from the last page stored") {
  Example example;
  Claims claims(example.archive);
  claims.take(example.source);
  claims.take(example.source);
  CHECK(example.now().attempts == 2);
  example.archive.note_progress(example.source);
  CHECK(example.now().attempts == 1);
  example.archive.finish_source(example.source, {.status = SourceStatus::indexed, .pages = 1});
  claims.take(example.source);
  CHECK(example.now().attempts == 1);
  claims.end(example.source);
}
