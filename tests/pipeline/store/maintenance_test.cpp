#include "pipeline/store/maintenance.h"

#include <sqlite3.h>

#include <catch2/catch.hpp>

#include "pipeline/store/archive.h"
#include "pipeline/store/status.h"
#include "sample_archive.h"

namespace diarium {

TEST_CASE("maintenance: an index that is sound is left alone, one that lost a word is told") {
  const TemporaryFolder folder;
  {
    Archive archive = Archive::open(folder / "a.db");
    put_sample(archive);
  }
  CHECK(damage_of(Archive::open_to_check(folder / "a.db")).empty());
  {
    const Archive archive = Archive::open(folder / "a.db");
    archive.database().execute(
        "INSERT INTO passage_index (passage_index, rowid, title, body)"
        " SELECT 'delete', id, title, body FROM passage LIMIT 1");
  }
  const Archive checked = Archive::open_to_check(folder / "a.db");
  CHECK(damaged_indexes(checked.database()) == std::vector<std::string>{"passage_index"});
  CHECK(damage_of(checked).size() == 1);
}

TEST_CASE("maintenance: memory that held pages of the archive is given back") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_sample(archive);
  const auto cached = [&] {
    int bytes = 0;
    int most = 0;
    sqlite3_db_status(archive.database().connection().getHandle(), SQLITE_DBSTATUS_CACHE_USED,
                      &bytes, &most, 0);
    return bytes;
  };
  const int before = cached();
  give_memory_back(archive.database());
  CHECK(cached() < before / 4);
}

}  // namespace diarium
