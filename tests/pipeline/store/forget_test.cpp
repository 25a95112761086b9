#include "pipeline/store/forget.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "pipeline/store/database.h"
#include "pipeline/store/seal.h"
#include "sample_archive.h"

namespace diarium {
namespace {

/// How often a text stands in the bytes of the archive and the files beside it.
std::size_t occurrences(const std::filesystem::path& file, const std::string& text) {
  std::size_t count = 0;
  for (const char* const ending : {"", "-wal", "-shm"}) {
    std::ostringstream bytes;
    bytes << std::ifstream(file.string() + ending, std::ios::binary).rdbuf();
    const std::string all = bytes.str();
    for (std::size_t at = 0; (at = all.find(text, at)) != std::string::npos; ++at) ++count;
  }
  return count;
}

}  // namespace

TEST_CASE("forget: nothing of the source stands in the bytes of the archive any more") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_sample(archive);
  archive.put_path(
      {.path = "in/familjecentral.pdf", .display = "in/familjecentral.pdf", .source = kSource});
  REQUIRE(occurrences(folder / "a.db", "amiljecentral") > 0);
  forget(archive, kSource, Comeback::barred);
  for (const char* const word : {"amiljecentral", "kommunstyrelse", "Kommunstyrelse", "rdförande"}) {
    CAPTURE(word);
    CHECK(occurrences(folder / "a.db", word) == 0);
  }
  CHECK(archive.sources().empty());
  CHECK(is_forgotten(archive, kSha));
  CHECK_FALSE(is_forgotten(archive, "other"));
}

TEST_CASE("forget: one that may come back leaves not even its sha256") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_sample(archive);
  forget(archive, kSource, Comeback::allowed);
  CHECK_FALSE(is_forgotten(archive, kSha));
}

TEST_CASE("forget: the other sources stay as they were") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_sample(archive);
  const std::string other = archive.add_source(std::string(64, 'b'), 9);
  const SampleFile file = sample_file(other);
  archive.put_understanding(other, "u1", file.pages, file.understanding);
  const std::string before = Sealer(archive).seal_of(other);
  forget(archive, kSource, Comeback::barred);
  CHECK(Sealer(archive).seal_of(other) == before);
}

TEST_CASE("forget: any id that export prints leads to its source") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_sample(archive);
  for (const std::string ending : {"", ".p1", ".d1", ".d1.signature.1"}) {
    CAPTURE(ending);
    CHECK(source_of_id(archive, kSource + ending) == kSource);
  }
  CHECK(source_of_id(archive, "nothing").empty());
}

}  // namespace diarium
