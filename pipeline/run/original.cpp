#include "pipeline/run/original.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>

#include <cerrno>
#include <cstring>

namespace diarium {
namespace {

constexpr int kFlags = O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY;

tl::unexpected<Error> unreadable(std::string_view why) {
  return tl::unexpected(Error{ErrorCode::unreadable, fmt::format("can't be read: {}", why)});
}

int open_without_links(const char* path) {
  open_how how{};
  how.flags = kFlags;
  how.resolve = RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS;
  const auto number = static_cast<int>(::syscall(SYS_openat2, AT_FDCWD, path, &how, sizeof how));
  // Some containers don't let the call through; then at least the last part is no link.
  if (number < 0 && (errno == ENOSYS || errno == EPERM)) return ::open(path, kFlags);
  return number;
}

bool same_moment(const timespec& a, const timespec& b) {
  return a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec;
}

/// Reads to the end of the file; false on an error, which errno tells.
Result<std::string> read_all(int number, std::size_t expected) {
  // One more than expected, so that a file that grew is seen to have grown.
  std::string bytes(expected + 1, '\0');
  std::size_t size = 0;
  while (size < bytes.size()) {
    const ssize_t count =
        ::pread(number, bytes.data() + size, bytes.size() - size, static_cast<off_t>(size));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return unreadable(std::strerror(errno));
    if (count == 0) break;
    size += static_cast<std::size_t>(count);
  }
  bytes.resize(size);
  return bytes;
}

}  // namespace

Result<Descriptor> open_original(const std::filesystem::path& path) {
  Descriptor file(open_without_links(path.c_str()));
  if (!file.open()) {
    return unreadable(errno == ELOOP ? "a symbolic link stands in its path" : std::strerror(errno));
  }
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) return unreadable(std::strerror(errno));
  if (!S_ISREG(status.st_mode)) return unreadable("not a regular file");
  return file;
}

Result<std::string> bytes_of_original(const Descriptor& file, std::size_t most) {
  struct stat before {};
  if (::fstat(file.number(), &before) != 0) return unreadable(std::strerror(errno));
  const auto size = static_cast<std::size_t>(before.st_size);
  if (size == 0) return tl::unexpected(Error{ErrorCode::empty, "no bytes"});
  if (size > most)
    return tl::unexpected(Error{ErrorCode::too_large, fmt::format("bytes: {}", size)});
  Result<std::string> bytes = read_all(file.number(), size);
  struct stat after {};
  if (bytes && (::fstat(file.number(), &after) != 0 || bytes->size() != size ||
                !same_moment(before.st_mtim, after.st_mtim))) {
    return tl::unexpected(Error{ErrorCode::changed, "the file changed while it was read"});
  }
  return bytes;
}

}  // namespace diarium
