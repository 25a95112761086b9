#include "pipeline/run/run_lock.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>

namespace diarium {

RunLock::RunLock(const std::filesystem::path& database) {
  const std::string path = database.string() + ".lock";
  descriptor_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (descriptor_ < 0) {
    throw std::runtime_error(
        fmt::format("can't write beside the archive: {}: {}", path, std::strerror(errno)));
  }
  if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
    ::close(descriptor_);
    throw std::runtime_error(
        fmt::format("another run is at work on {}; wait for it or stop it", database.string()));
  }
}

RunLock::~RunLock() {
  ::close(descriptor_);
}

}  // namespace diarium
