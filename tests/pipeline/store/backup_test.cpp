#include "pipeline/store/backup.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "pipeline/store/database.h"
#include "pipeline/store/export.h"
#include "sample_archive.h"

namespace diarium {
namespace {

std::string everything_in(const Archive& archive) {
  std::ostringstream out;
  export_jsonl(archive, out);
  return out.str();
}

void flip_a_bit(const std::filesystem::path& file, std::streamoff at) {
  std::fstream bytes(file, std::ios::binary | std::ios::in | std::ios::out);
  bytes.seekg(at);
  const int byte = bytes.get();
  bytes.seekp(at);
  bytes.put(static_cast<char>(byte ^ 1));
}

}  // namespace

TEST_CASE("backup: row 22, what is restored is what was backed up, and what was there is kept") {
  const TemporaryFolder folder;
  std::string before;
  {
    Archive archive = Archive::open(folder / "a.db");
    put_sample(archive);
    before = everything_in(archive);
    // Others may read while it is made.
    back_up(Archive::open_read_only(folder / "a.db"), folder / "backup.db");
    archive.remove_source(kSource);
  }
  restore(folder / "backup.db", folder / "a.db");
  CHECK(everything_in(Archive::open(folder / "a.db")) == before);
  CHECK(Archive::open_read_only(folder / "a.db.replaced").sources().empty());
  CHECK_FALSE(std::filesystem::exists(folder / "backup.db.part"));
}

TEST_CASE("backup: one whose bytes changed is refused, and the archive stays as it is") {
  const TemporaryFolder folder;
  {
    Archive archive = Archive::open(folder / "a.db");
    put_sample(archive);
    back_up(archive, folder / "backup.db");
  }
  flip_a_bit(folder / "backup.db", 30'000);
  CHECK_THROWS_WITH(restore(folder / "backup.db", folder / "a.db"),
                    Catch::Matchers::Contains("not what was written"));
  CHECK(Archive::open_read_only(folder / "a.db").sources().size() == 1);
}

TEST_CASE("backup: what is no archive is not put in the place of one") {
  const TemporaryFolder folder;
  { Archive::open(folder / "a.db"); }
  std::ofstream(folder / "text.db") << "Detta är inget arkiv.";
  CHECK_THROWS_WITH(restore(folder / "text.db", folder / "a.db"),
                    Catch::Matchers::Contains("text.db is no archive"));
  CHECK_NOTHROW(Archive::open_read_only(folder / "a.db"));
  CHECK_FALSE(std::filesystem::exists(folder / "a.db.restored"));
}

TEST_CASE("backup: is never written over the archive itself, under whatever name") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_sample(archive);
  std::filesystem::create_symlink(folder / "a.db", folder / "other.db");
  CHECK_THROWS_WITH(back_up(archive, folder / "a.db"), Catch::Matchers::Contains("itself"));
  CHECK_THROWS_WITH(back_up(archive, folder / "other.db"), Catch::Matchers::Contains("itself"));
}

}  // namespace diarium
