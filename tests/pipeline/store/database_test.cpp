#include "pipeline/store/database.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>

#include "pipeline/store/archive.h"
#include "sample_archive.h"
#include "tests/source_folder.h"

namespace diarium {

TEST_CASE("database: an archive of a newer version is refused and left as it is") {
  const TemporaryFolder folder;
  Archive::open(folder / "a.db");
  SQLite::Database(folder / "a.db", SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 9999");
  CHECK_THROWS_AS(Archive::open(folder / "a.db"), NewerArchive);
  CHECK_THROWS_AS(Archive::open_read_only(folder / "a.db"), NewerArchive);
}

TEST_CASE("database: each migration has a number of its own, or one would be left out") {
  std::set<std::string> numbers;
  const auto folder = source_folder() / "pipeline/store/schema";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".sql") continue;
    CAPTURE(entry.path().filename().string());
    CHECK(numbers.insert(entry.path().filename().string().substr(0, 3)).second);
  }
  CHECK(numbers.contains("001"));
}

TEST_CASE("database: a new archive has the tables of all migrations") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  for (const char* name : {"passage_fact", "seal", "v_document"}) {
    CAPTURE(name);
    const std::string ask =
        std::string("SELECT count(*) FROM sqlite_schema WHERE name = '") + name + "'";
    CHECK(archive.database().connection().execAndGet(ask).getInt() == 1);
  }
}

TEST_CASE("database: what is no archive is refused") {
  const TemporaryFolder folder;
  std::ofstream(folder / "text.db")
      << "Detta är inget arkiv, men en text som är lång nog för att vara en fil";
  SQLite::Database(folder / "other.db", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
      .exec("CREATE TABLE bok (titel TEXT)");
  for (const char* name : {"text.db", "other.db"}) {
    CAPTURE(name);
    CHECK_THROWS_AS(Archive::open(folder / name), std::runtime_error);
    CHECK_THROWS_AS(Archive::open_read_only(folder / name), std::runtime_error);
  }
  CHECK_THROWS_AS(Archive::open_read_only(folder / "missing.db"), std::runtime_error);
  CHECK_FALSE(std::filesystem::exists(folder / "missing.db"));
  CHECK_THROWS_AS(Archive::open(folder / "no/such/folder.db"), std::runtime_error);
}

TEST_CASE("database: the archive keeps its promises about durability") {
  const TemporaryFolder folder;
  Database database(folder / "a.db", Database::Mode::write);
  CHECK(database.connection().execAndGet("PRAGMA journal_mode").getString() == "wal");
  CHECK(database.connection().execAndGet("PRAGMA synchronous").getInt() == 2);
  CHECK(database.connection().execAndGet("PRAGMA foreign_keys").getInt() == 1);
}

TEST_CASE("database: the log stays beside a closed archive for those who may only read") {
  const TemporaryFolder folder;
  Archive::open(folder / "a.db");
  CHECK(std::filesystem::exists(folder / "a.db-wal"));
}

TEST_CASE("database: an inner write is a part of the outer one") {
  const TemporaryFolder folder;
  Database database(folder / "a.db", Database::Mode::write);
  {
    const WriteScope outer(database);
    WriteScope inner(database);
    run_statement(database, "INSERT INTO source (id, sha256, bytes) VALUES ('a', 'a', 1)");
    inner.commit();
  }
  CHECK(database.connection().execAndGet("SELECT count(*) FROM source").getInt() == 0);
}

TEST_CASE("database: every foreign key has an index that begins with it") {
  const TemporaryFolder folder;
  Database database(folder / "a.db", Database::Mode::write);
  SQLite::Statement unindexed(
      database.connection(),
      "SELECT t.name, k.\"from\" FROM sqlite_schema t, pragma_foreign_key_list(t.name) k"
      " WHERE t.type = 'table' AND t.name <> 'path' AND NOT EXISTS (SELECT 1"
      " FROM pragma_index_list(t.name) i, pragma_index_info(i.name) c"
      " WHERE c.seqno = 0 AND c.name = k.\"from\")");
  while (unindexed.executeStep()) {
    CAPTURE(text_of(unindexed, 0), text_of(unindexed, 1));
    CHECK(false);
  }
}

}  // namespace diarium
