#include "pipeline/store/backup.h"

#include <SQLiteCpp/Exception.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <fstream>
#include <stdexcept>
#include <vector>

#include "pipeline/store/database.h"
#include "pipeline/store/disk_file.h"
#include "pipeline/store/snapshot.h"
#include "pipeline/store/status.h"

namespace diarium {
namespace {

namespace fs = std::filesystem;

fs::path beside(const fs::path& file, std::string_view ending) {
  return file.string() + std::string(ending);
}

/// An archive in one file leaves nothing beside it that would be taken for its own.
void remove_leftovers(const fs::path& file) {
  for (const std::string_view ending : {"", "-wal", "-shm", "-journal"})
    fs::remove(beside(file, ending));
}

/// A snapshot renamed over the archive would stand beside the log of the one before.
void refuse_own_file(const Archive& archive, const fs::path& file) {
  std::error_code differs;
  if (fs::equivalent(archive.database().connection().getFilename(), file, differs))
    throw std::runtime_error(fmt::format("{} is the archive itself", file.string()));
}

/// Throws unless `file` is a sound archive that this program can read.
void prove(const fs::path& file) {
  const Archive archive = Archive::open_read_only(file);
  const std::vector<std::string> damage = damage_of(archive);
  if (!damage.empty())
    throw std::runtime_error(fmt::format("damaged: {}: {}", file.string(), damage.front()));
}

void empty_log(Archive& archive) {
  archive.database().execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

/// A backup may be of an older version.
void bring_up_to_date(const fs::path& copy) {
  {
    Archive archive = Archive::open(copy);
    empty_log(archive);
  }
  const std::string older = copy.filename().string() + ".schema-";
  for (const auto& entry : fs::directory_iterator(fs::absolute(copy).parent_path())) {
    if (entry.path().filename().string().starts_with(older)) fs::remove(entry.path());
  }
}

/// A copy of `backup` under the name `aside`, of today's schema and sound.
void copy_proven(const fs::path& backup, const fs::path& aside) {
  fs::copy_file(backup, aside);
  try {
    bring_up_to_date(aside);
    sync_file(aside);
    prove(aside);
  } catch (const SQLite::Exception& error) {
    if (error.getErrorCode() != SQLITE_NOTADB && error.getErrorCode() != SQLITE_CORRUPT) throw;
    remove_leftovers(aside);
    throw std::runtime_error(
        fmt::format("{} is no archive, or is damaged; nothing was changed", backup.string()));
  }
}

/// The archive gets a second name, and stands under its own until another takes that at one stroke.
/// Its log must go before: it would be taken for one of the other.
void keep_beside(const fs::path& database, const fs::path& replaced) {
  remove_leftovers(replaced);
  try {
    Archive old = Archive::open_to_check(database);
    empty_log(old);
  } catch (const std::exception&) {
    // A damaged one keeps what its log holds, under the second name.
  }
  for (const std::string_view ending : {"-wal", "-shm"}) {
    if (fs::exists(beside(database, ending)))
      rename_for_good(beside(database, ending), beside(replaced, ending));
  }
  std::error_code no_links;
  fs::create_hard_link(database, replaced, no_links);
  if (no_links) fs::copy_file(database, replaced);
  sync_file(replaced);
}

void check_sha256(const fs::path& backup) {
  std::ifstream in(beside(backup, ".sha256"));
  std::string expected;
  if (!(in >> expected)) return;  // made by other means
  if (sha256_of_own_file(backup) != expected) {
    throw std::runtime_error(
        fmt::format("the backup is not what was written: {} does not match {}.sha256",
                    backup.string(), backup.string()));
  }
}

}  // namespace

std::string back_up(const Archive& archive, const fs::path& file) {
  refuse_own_file(archive, file);
  const fs::path aside = beside(file, ".part");
  remove_leftovers(aside);
  write_snapshot(archive, aside);
  sync_file(aside);
  prove(aside);
  for (const std::string_view ending : {"-wal", "-shm"}) fs::remove(beside(aside, ending));
  const std::string sha256 = sha256_of_own_file(aside);
  rename_for_good(aside, file);
  write_whole_file(beside(file, ".sha256"),
                   fmt::format("{}  {}\n", sha256, file.filename().string()));
  return sha256;
}

void restore(const fs::path& backup, const fs::path& database) {
  check_sha256(backup);
  const fs::path aside = beside(database, ".restored");
  remove_leftovers(aside);
  copy_proven(backup, aside);
  for (const std::string_view ending : {"-wal", "-shm"}) fs::remove(beside(aside, ending));
  if (fs::exists(database)) keep_beside(database, beside(database, ".replaced"));
  rename_for_good(aside, database);
}

}  // namespace diarium
