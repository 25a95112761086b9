#include "pipeline/publish/whole_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <stdexcept>

namespace diarium {
namespace {

namespace fs = std::filesystem;

void sync(const fs::path& path, int flags) {
  const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC);
  const bool synced = descriptor >= 0 && ::fsync(descriptor) == 0;
  const int error = errno;
  if (descriptor >= 0) ::close(descriptor);
  if (!synced) {
    throw std::runtime_error(
        fmt::format("{} could not be written to disk: {}", path.string(), std::strerror(error)));
  }
}

}  // namespace

void place_whole_file(const fs::path& file, const std::function<void(const fs::path&)>& write) {
  const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
  fs::create_directories(folder);
  // Two exports at once must not write into each other's file.
  const fs::path aside = fmt::format("{}.{}.part", file.string(), ::getpid());
  try {
    write(aside);
    sync(aside, O_RDONLY);
    fs::rename(aside, file);
  } catch (...) {
    std::error_code ignored;
    fs::remove(aside, ignored);
    throw;
  }
  sync(folder, O_RDONLY | O_DIRECTORY);
}

void write_whole_file(const fs::path& file, const std::function<void(std::ostream&)>& write) {
  place_whole_file(file, [&write](const fs::path& aside) {
    std::ofstream out(aside, std::ios::binary | std::ios::trunc);
    if (out) write(out);
    out.close();
    if (!out) throw std::runtime_error(fmt::format("can't write {}", aside.string()));
  });
}

}  // namespace diarium
