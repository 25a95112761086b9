// Archives of older versions brought up to date, and backups put back, with kills on the way.
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>
#include <sys/wait.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <vector>

#include "failing_calls.h"
#include "night.h"
#include "pipeline/store/analyser.h"
#include "pipeline/store/backup.h"
#include "pipeline/store/tokenizer.h"
#include "processes.h"
#include "tests/source_folder.h"

using namespace diarium;

namespace {

namespace fs = std::filesystem;

/// The migrations as shipped, in order.
std::vector<fs::path> migrations() {
  std::set<fs::path> files;
  for (const auto& entry : fs::directory_iterator(source_folder() / "pipeline/store/schema")) {
    if (entry.path().extension() == ".sql") files.insert(entry.path());
  }
  return {files.begin(), files.end()};
}

int number_of(const fs::path& migration) {
  return std::stoi(migration.filename().string().substr(0, 3));
}

std::vector<std::string> texts_of(SQLite::Database& database, const std::string& sql) {
  SQLite::Statement row(database, sql);
  std::vector<std::string> texts;
  while (row.executeStep()) texts.push_back(row.getColumn(0).getString());
  return texts;
}

/// Copies what both versions have of a table.
void copy_table(SQLite::Database& old, const std::string& table) {
  const auto columns = [&](const std::string& schema) {
    return texts_of(old, fmt::format("SELECT name FROM pragma_table_info('{}', '{}') ORDER BY name",
                                     table, schema));
  };
  const auto ours = columns("main");
  const auto theirs = columns("newest");
  std::vector<std::string> both;
  std::set_intersection(ours.begin(), ours.end(), theirs.begin(), theirs.end(),
                        std::back_inserter(both));
  if (both.empty()) return;
  const std::string list = fmt::format("{}", fmt::join(both, "\", \""));
  old.exec(
      fmt::format("INSERT OR IGNORE INTO main.\"{0}\" (\"{1}\") SELECT \"{1}\" FROM newest.\"{0}\"",
                  table, list));
}

/// What the archive `newest` holds, as the version with so many migrations kept it.
void make_old(const fs::path& file, std::size_t version, const fs::path& newest) {
  Analyser analyser;
  SQLite::Database old(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  register_search(old.getHandle(), analyser);
  for (std::size_t i = 0; i < version; ++i) {
    std::ifstream in(migrations()[i]);
    old.exec(std::string(std::istreambuf_iterator<char>(in), {}));
  }
  old.exec(fmt::format("PRAGMA user_version = {}", number_of(migrations()[version - 1])));
  old.exec("PRAGMA application_id = 1145651538");
  old.exec(fmt::format("ATTACH '{}' AS newest", newest.string()));
  for (const std::string& table :
       texts_of(old,
                "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
                " AND name NOT LIKE 'sqlite_%' AND name NOT IN ('analyser', 'seal', 'change')"
                " ORDER BY name"))
    copy_table(old, table);
  old.exec("DETACH newest");
}

int version_of(const fs::path& file) {
  SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);  // rolls back
  return database.execAndGet("PRAGMA user_version").getInt();
}

void copy_archive(const fs::path& from, const fs::path& to) {
  for (const char* const ending : {"", "-wal", "-shm"}) fs::remove(to.string() + ending);
  fs::copy_file(from, to);
}

/// Writes, syncs and renames that `act` takes.
long calls_of(Call call, const fs::path& told, const std::function<void()>& act) {
  const pid_t counted = in_a_process([&] {
    set_trap({call, 1'000'000'000, 0});
    act();
    std::ofstream(told) << calls_counted();
  });
  REQUIRE(status_of_end(counted) == 0);
  long calls = 0;
  std::ifstream(told) >> calls;
  return calls;
}

/// Does `act` again and again, killed before one of its calls each time; `kills` of them.
int kill_within(int kills, const fs::path& told, const std::function<void()>& prepare,
                const std::function<void()>& act, const std::function<void()>& check) {
  int killed = 0;
  for (const Call call : {Call::write, Call::sync, Call::rename}) {
    prepare();
    const long calls = calls_of(call, told, act);
    const long step = std::max(1L, calls * 3 / kills);
    for (long nth = 1; nth <= calls; nth += step) {
      CAPTURE(static_cast<int>(call), nth, calls);
      prepare();
      const pid_t run = in_a_process([&] {
        set_trap({call, nth, 0});
        act();
      });
      if (WIFSIGNALED(status_of_end(run))) ++killed;
      check();
    }
  }
  return killed;
}

}  // namespace

TEST_CASE("row 22: an archive of any older version is of that one or of this one, never between") {
  const TemporaryFolder folder;
  write_good(folder, 3);
  const fs::path newest = folder.path() / "newest.db";
  night({folder.path() / "arkiv"}, newest, settings_of_quick_night());
  const std::string everything = everything_in(newest);
  const int now = number_of(migrations().back());
  const fs::path old = folder.path() / "old.db";
  const fs::path database = folder.path() / "a.db";
  int kills = 0;
  for (std::size_t version = 1; version < migrations().size(); ++version) {
    CAPTURE(version);
    for (const char* const ending : {"", "-wal", "-shm"}) fs::remove(old.string() + ending);
    make_old(old, version, newest);
    const int then = version_of(old);
    kills += kill_within(
        times(5, 20), folder.path() / "calls", [&] { copy_archive(old, database); },
        [&] { Archive::open(database); },
        [&] {
          const int found = version_of(database);
          CHECK((found == then || found == now));
          CHECK(faults_of(database).empty());
          CHECK(everything_in(database) == everything);
        });
  }
  tell_row(22, fmt::format("{} older versions, {} kills while they were brought up to date: old or "
                           "new, never between, and the same export",
                           migrations().size() - 1, kills));
}

TEST_CASE("row 22: while a backup is put back, the old archive or the new one stands there") {
  const TemporaryFolder folder;
  write_good(folder, 3);
  const fs::path one = folder.path() / "one.db";
  night({folder.path() / "arkiv"}, one, settings_of_quick_night());
  const std::string before = everything_in(one);
  back_up(Archive::open_read_only(one), folder.path() / "backup.db");
  fs::remove(folder.path() / "arkiv/001.pdf");
  const fs::path other = folder.path() / "other.db";
  night({folder.path() / "arkiv"}, other, settings_of_quick_night());
  { back_up(Archive::open_read_only(other), folder.path() / "other_backup.db"); }
  const std::string after = everything_in(other);
  const fs::path database = folder.path() / "a.db";
  const int kills = kill_within(
      times(9, 60), folder.path() / "calls",
      [&] { copy_archive(folder.path() / "other_backup.db", database); },
      [&] { restore(folder.path() / "backup.db", database); },
      [&] {
        const std::string found = everything_in(database);
        CHECK((found == before || found == after));
        restore(folder.path() / "backup.db", database);
        CHECK(everything_in(database) == before);
      });
  tell_row(22, fmt::format("{} kills while a backup was put back: the old archive or the new one "
                           "stands there, and the restored one gives the same export",
                           kills));
}
