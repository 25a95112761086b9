#include "pipeline/store/database.h"

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "pipeline/store/archive.h"
#include "pipeline/store/search.h"
#include "pipeline/store/tokenizer.h"
#include "sample_archive.h"
#include "tests/source_folder.h"

namespace diarium {
namespace {

const std::filesystem::path& schema_folder() {
  static const std::filesystem::path kFolder = source_folder() / "pipeline/store/schema";
  return kFolder;
}

std::vector<std::filesystem::path> migrations() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(schema_folder())) {
    if (entry.path().extension() == ".sql") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

int number_of(const std::filesystem::path& migration) {
  return std::stoi(migration.filename().string());
}

/// An archive of version `last` as a program made it that took these steps, with a paper and a vote
/// in it.
void make_old_archive(const std::filesystem::path& file, int last, const std::set<int>& steps) {
  Analyser analyser;
  SQLite::Database old(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  register_search(old.getHandle(), analyser);
  for (const std::filesystem::path& migration : migrations()) {
    if (!steps.contains(number_of(migration))) continue;
    std::ifstream sql(migration);
    old.exec(std::string(std::istreambuf_iterator<char>(sql), {}));
  }
  old.exec(fmt::format("PRAGMA user_version = {}", last));
  old.exec("PRAGMA application_id = 1145651538");
  old.exec(
      "INSERT INTO source (id, sha256, bytes) VALUES ('s', 's', 1);"
      "INSERT INTO document (id, source, ordinal, document_kind, confidence, date, text)"
      " VALUES ('s.d1', 's', 1, 'protokoll', 1, '2024-03-05', 'Om skolan');"
      "INSERT INTO record (id, document, kind, sequence, span_begin, span_end, rule, confidence)"
      " VALUES ('s.d1.vote.1', 's.d1', 'vote', 1, 0, 9, 'r', 1);"
      "INSERT INTO vote (record, yes, no, verified) VALUES ('s.d1.vote.1', 7, 4, 1)");
  if (last < 2) return;
  old.exec(
      "INSERT INTO passage (id, document, kind, ordinal, title, body)"
      " VALUES (1, 's.d1', 'document', 1, '', 'Om skolan')");
  if (last < 3) return;
  old.exec(
      "INSERT INTO passage_fact (passage, kind, type, body, day, first)"
      " VALUES (1, 0, 0, 0, 20240305, 1)");
}

/// What the archive is made of: a line for each table, column, view, index and trigger.
std::vector<std::string> make_of(const std::filesystem::path& file) {
  const Archive archive = Archive::open(file);
  SQLite::Statement row(
      archive.database().connection(),
      "SELECT s.type || ' ' || s.name || ' ' || coalesce(c.name, '') FROM sqlite_schema s"
      " LEFT JOIN pragma_table_info(s.name) c WHERE s.name NOT LIKE 'sqlite_%' ORDER BY 1");
  std::vector<std::string> lines;
  while (row.executeStep()) lines.push_back(text_of(row, 0));
  return lines;
}

/// Brings it up to date: then it is as a new one, and holds what it held.
void check_old_archive(const TemporaryFolder& folder) {
  CHECK_NOTHROW(Archive::open(folder / "old.db"));
  CHECK(make_of(folder / "old.db") == make_of(folder / "new.db"));
  const Archive archive = Archive::open(folder / "old.db");
  CHECK(archive.database().connection().execAndGet("SELECT yes FROM v_vote").getInt() == 7);
}

}  // namespace

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

TEST_CASE("database: an archive of each older version is brought up to date") {
  const int newest = number_of(migrations().back());
  std::set<int> steps;
  for (int version = 1; version < newest; ++version) {
    CAPTURE(version);
    steps.insert(version);
    const TemporaryFolder folder;
    make_old_archive(folder / "old.db", version, steps);
    check_old_archive(folder);
    if (version == 1) continue;  // had no search yet
    CHECK(search(Archive::open(folder / "old.db"), "skola", {.sort = SortOrder::date}).total == 1);
  }
}

TEST_CASE("database: so is one that lacks a step, since another once had its number") {
  const std::vector<std::pair<int, std::set<int>>> made{
      {4, {1, 2, 3, 5}},
      {6, {1, 2, 3, 4, 6}},
      {6, {1, 2, 3, 4, 5, 7}},
      {12, {1, 2, 3, 4, 6, 7, 8, 9, 10, 11, 12}},
      {14, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14}},
  };
  for (const auto& [version, steps] : made) {
    CAPTURE(version, steps.size());
    const TemporaryFolder folder;
    make_old_archive(folder / "old.db", version, steps);
    check_old_archive(folder);
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

TEST_CASE("database: a folder is told from a disk that fails") {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder / "2024");
  const auto words = Catch::Matchers::Contains("is a folder");
  CHECK_THROWS_WITH(Archive::open(folder / "2024"), words);
  CHECK_THROWS_WITH(Archive::open_read_only(folder / "2024"), words);
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
