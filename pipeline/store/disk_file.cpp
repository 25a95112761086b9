#include "pipeline/store/disk_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstring>
#include <fstream>
#include <stdexcept>
#include <vector>

#include "pipeline/store/digest.h"

namespace diarium {
namespace {

[[noreturn]] void fail(std::string_view what, const std::filesystem::path& file) {
  throw std::runtime_error(fmt::format("{} {}: {}", what, file.string(), std::strerror(errno)));
}

void sync_place(const std::filesystem::path& place, int flags) {
  const int number = ::open(place.c_str(), flags | O_CLOEXEC);
  if (number < 0) fail("can't open", place);
  const bool synced = ::fsync(number) == 0;
  ::close(number);
  if (!synced) fail("can't write", place);
}

std::filesystem::path folder_of(const std::filesystem::path& file) {
  return file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
}

/// The process that writes "page.jsonl.4711.part" for a name with this ending; 0 for other names.
pid_t writer_of(std::string_view name, std::string_view ending) {
  constexpr std::string_view kAside = ".part";
  if (!name.ends_with(kAside)) return 0;
  name.remove_suffix(kAside.size());
  const std::size_t point = name.rfind('.');
  if (point == std::string_view::npos || !name.substr(0, point).ends_with(ending)) return 0;
  pid_t writer = 0;
  const char* const end = name.data() + name.size();
  const auto read = std::from_chars(name.data() + point + 1, end, writer);
  return read.ec == std::errc() && read.ptr == end && writer > 0 ? writer : 0;
}

}  // namespace

void remove_left_aside(const std::filesystem::path& folder, std::string_view ending) {
  std::error_code ignored;
  const std::filesystem::path place = folder.empty() ? "." : folder;
  for (const auto& entry : std::filesystem::directory_iterator(place, ignored)) {
    const pid_t writer = writer_of(entry.path().filename().string(), ending);
    const bool gone = writer > 0 && ::kill(writer, 0) != 0 && errno == ESRCH;
    if (gone) std::filesystem::remove(entry.path(), ignored);
  }
}

void place_whole_file(const std::filesystem::path& file,
                      const std::function<void(const std::filesystem::path&)>& write) {
  // Two processes at once must not write into each other's file.
  const std::filesystem::path aside = fmt::format("{}.{}.part", file.string(), ::getpid());
  try {
    write(aside);
    sync_place(aside, O_RDONLY);
    rename_for_good(aside, file);
  } catch (...) {
    std::error_code ignored;
    std::filesystem::remove(aside, ignored);
    throw;
  }
}

void write_whole_file(const std::filesystem::path& file,
                      const std::function<void(std::ostream&)>& write) {
  place_whole_file(file, [&write](const std::filesystem::path& aside) {
    std::ofstream out(aside, std::ios::binary | std::ios::trunc);
    if (out) write(out);
    out.close();
    if (!out) fail("can't write", aside);
  });
}

void write_whole_file(const std::filesystem::path& file, std::string_view bytes) {
  write_whole_file(file, [bytes](std::ostream& out) {
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  });
}

void sync_file(const std::filesystem::path& file) {
  sync_place(file, O_RDONLY);
  sync_place(folder_of(file), O_RDONLY | O_DIRECTORY);
}

void rename_for_good(const std::filesystem::path& from, const std::filesystem::path& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) fail("can't rename to", to);
  sync_place(folder_of(to), O_RDONLY | O_DIRECTORY);
}

std::string sha256_of_own_file(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) fail("can't read", file);
  Digest digest;
  std::vector<char> buffer(std::size_t{1} << 18U);
  while (in.read(buffer.data(), static_cast<std::streamsize>(buffer.size())) || in.gcount() > 0)
    digest.add({buffer.data(), static_cast<std::size_t>(in.gcount())});
  if (in.bad()) fail("can't read", file);
  return digest.hex();
}

}  // namespace diarium
