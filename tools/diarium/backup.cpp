#include "pipeline/store/backup.h"

#include <fmt/format.h>

#include <filesystem>

#include "pipeline/run/run_lock.h"
#include "tools/diarium/commands.h"
#include "tools/diarium/run_scope.h"

namespace diarium {

int run_backup(const Arguments& arguments) {
  const Archive archive = Archive::open_read_only(arguments.configuration.database);
  const std::string sha256 = back_up(archive, arguments.file);
  fmt::print("{}  {}\n", sha256, arguments.file.string());
  return kAllWell;
}

int run_restore(const Arguments& arguments) {
  if (!std::filesystem::exists(arguments.file))
    throw WrongUsage(fmt::format("no such backup: {}", arguments.file.string()));
  const bool replaces = std::filesystem::exists(arguments.configuration.database);
  {
    const RunLock lock(arguments.configuration.database);
    restore(arguments.file, arguments.configuration.database);
  }
  RunScope scope(arguments);
  scope.tell_audit("restore", arguments.file.string());
  const std::string archive = arguments.configuration.database.string();
  fmt::print("{} is now what {} holds{}\n", archive, arguments.file.string(),
             replaces ? fmt::format("; the archive before is {}.replaced", archive) : "");
  return kAllWell;
}

}  // namespace diarium
