#include "pipeline/run/disk_room.h"

#include <fmt/format.h>

#include <filesystem>
#include <stdexcept>

namespace diarium {

void require_room(const Configuration& configuration) {
  namespace fs = std::filesystem;
  std::error_code error;
  const fs::path folder = fs::absolute(configuration.database, error).parent_path();
  const fs::space_info space = fs::space(folder, error);
  if (error) return;  // the archive itself will say what is wrong
  const auto free_mb = space.available >> 20U;
  if (free_mb >= static_cast<std::uintmax_t>(configuration.low_disk_mb)) return;
  throw std::runtime_error(
      fmt::format("only {} MiB are free beside the archive, and low_disk_mb is {}; what was stored "
                  "until now is "
                  "kept: make room and run again",
                  free_mb, configuration.low_disk_mb));
}

}  // namespace diarium
