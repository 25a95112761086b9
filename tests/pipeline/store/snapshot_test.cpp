#include "pipeline/store/snapshot.h"

#include <catch2/catch.hpp>
#include <sstream>
#include <stdexcept>

#include "pipeline/store/export.h"
#include "sample_archive.h"

using namespace diarium;

namespace {

std::string exported(const Archive& archive) {
  std::ostringstream out;
  export_jsonl(archive, out);
  return out.str();
}

}  // namespace

TEST_CASE("snapshot: holds the archive, what stands in its log included") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_sample(archive);
  write_snapshot(archive, folder / "copy.db");
  CHECK(exported(Archive::open_read_only(folder / "copy.db")) == exported(archive));
  CHECK_FALSE(std::filesystem::exists(folder / "copy.db-wal"));
}

TEST_CASE("snapshot: an archive that is open for reading alone stays so") {
  const TemporaryFolder folder;
  {
    Archive archive = Archive::open(folder / "a.db");
    put_sample(archive);
  }
  Archive reader = Archive::open_read_only(folder / "a.db");
  write_snapshot(reader, folder / "copy.db");
  CHECK(exported(Archive::open_read_only(folder / "copy.db")) == exported(reader));
  CHECK_THROWS(reader.remove_source(kSource));
}

TEST_CASE("snapshot: overwrites nothing") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  CHECK_THROWS_AS(write_snapshot(archive, folder / "a.db"), std::runtime_error);
  put_sample(archive);
  CHECK_FALSE(exported(archive).empty());
}
