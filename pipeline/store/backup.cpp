#include "pipeline/store/backup.h"

#include <fmt/format.h>

#include <fstream>
#include <stdexcept>
#include <vector>

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

/// Throws unless `file` is a sound archive that this program can read.
void prove(const fs::path& file) {
  const Archive archive = Archive::open_read_only(file);
  const std::vector<std::string> damage = damage_of(archive);
  if (!damage.empty())
    throw std::runtime_error(fmt::format("damaged: {}: {}", file.string(), damage.front()));
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
  fs::copy_file(backup, aside);
  sync_file(aside);
  prove(aside);
  for (const std::string_view ending : {"-wal", "-shm"}) fs::remove(beside(aside, ending));
  // The log of the old archive must not be taken for one of the new.
  const fs::path replaced = beside(database, ".replaced");
  remove_leftovers(replaced);
  for (const std::string_view ending : {"-wal", "-shm", ""}) {
    const fs::path old = beside(database, ending);
    if (fs::exists(old)) rename_for_good(old, beside(replaced, ending));
  }
  rename_for_good(aside, database);
}

}  // namespace diarium
