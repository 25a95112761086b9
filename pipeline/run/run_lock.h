#pragma once

#include <filesystem>

namespace diarium {

/// Keeps a second run away from an archive. The lock ends with its scope, or with its process
/// however that dies.
class RunLock {
 public:
  /// Throws std::runtime_error when another run holds it, or the folder can't be written.
  explicit RunLock(const std::filesystem::path& database);
  RunLock(const RunLock&) = delete;
  RunLock& operator=(const RunLock&) = delete;
  ~RunLock();

 private:
  int descriptor_ = -1;
};

}  // namespace diarium
