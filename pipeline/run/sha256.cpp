#include "pipeline/run/sha256.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <vector>

#include "pipeline/run/original.h"
#include "pipeline/store/digest.h"

namespace diarium {
namespace {

tl::unexpected<Error> unreadable(const std::filesystem::path& path, std::string_view why) {
  return tl::unexpected(
      Error{ErrorCode::unreadable, fmt::format("can't be read: {}", why), path.string()});
}

}  // namespace

Result<std::string> sha256_of_file(const std::filesystem::path& path) {
  const Result<Descriptor> file = open_original(path);
  if (!file) return tl::unexpected(file.error());
  struct stat before {};
  if (::fstat(file->number(), &before) != 0) return unreadable(path, std::strerror(errno));
  Digest digest;
  std::int64_t read = 0;
  std::vector<char> buffer(std::size_t{1} << 18U);
  for (;;) {
    const ssize_t size = ::read(file->number(), buffer.data(), buffer.size());
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) return unreadable(path, std::strerror(errno));
    if (size == 0) break;
    digest.add({buffer.data(), static_cast<std::size_t>(size)});
    read += size;
  }
  if (read != before.st_size) {
    return tl::unexpected(
        Error{ErrorCode::changed, "the file changed while it was read", path.string()});
  }
  return digest.hex();
}

std::string sha256_of(std::string_view bytes) {
  Digest digest;
  digest.add(bytes);
  return digest.hex();
}

}  // namespace diarium
