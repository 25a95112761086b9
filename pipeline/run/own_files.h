#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/run/configuration.h"

namespace diarium {

/// The files that runs write: the archive, status, metrics and reports. An operator may keep them
/// among what is read; they are no documents, and a change of one is no news.
class OwnFiles {
 public:
  explicit OwnFiles(const Configuration& configuration);

  /// `path` as `absolute_place` gives it. Files whose name begins like that of an own one and goes
  /// on with "-" or "." belong to it: "diarium.db-wal", "diarium.db.lock", "status.json.77.part".
  [[nodiscard]] bool contains(const std::filesystem::path& path) const;

 private:
  std::vector<std::string> files_;
  std::string reports_;  ///< a folder; empty = none
};

}  // namespace diarium
