#include "pipeline/run/discovery.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <vector>

#include "models/unicode.h"

namespace diarium {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kNanoseconds = 1'000'000'000;

bool is_left_out(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.starts_with(".") || name.starts_with("~$");
}

Error unreadable_place(const fs::path& path, std::string_view why) {
  return {ErrorCode::unreadable, fmt::format("can't be read: {}", why), path.string()};
}

class Walk {
 public:
  Walk(const std::function<void(const FoundFile&)>& found,
       const std::function<void(const Error&)>& unreadable)
      : found_(found), unreadable_(unreadable) {}

  void visit(const fs::path& path) {
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0)
      return unreadable_(unreadable_place(path, std::strerror(errno)));
    if (S_ISDIR(status.st_mode)) return visit_folder(path);
    if (!S_ISREG(status.st_mode)) return;
    found_({path, static_cast<std::uint64_t>(status.st_size),
            status.st_mtim.tv_sec * kNanoseconds + status.st_mtim.tv_nsec});
  }

 private:
  void visit_folder(const fs::path& folder) {
    std::error_code error;
    std::vector<fs::path> entries;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
      if (!is_left_out(it->path())) entries.push_back(it->path());
    }
    if (error) unreadable_(unreadable_place(folder, error.message()));
    std::sort(entries.begin(), entries.end());
    for (const fs::path& entry : entries) visit(entry);
  }

  const std::function<void(const FoundFile&)>& found_;
  const std::function<void(const Error&)>& unreadable_;
};

}  // namespace

void discover(const fs::path& root, const std::function<void(const FoundFile&)>& found,
              const std::function<void(const Error&)>& unreadable) {
  std::error_code error;
  const fs::path absolute = fs::absolute(root, error).lexically_normal();
  Walk(found, unreadable).visit(absolute.has_filename() ? absolute : absolute.parent_path());
}

std::string display_form(const fs::path& path) {
  const std::string bytes = path.string();
  std::string out;
  const bool whole = is_utf8(bytes);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    const bool control = byte < 0x20 || byte == 0x7F;
    const bool broken = !whole && byte >= 0x80;
    if (control || broken) {
      out += fmt::format("\\x{:02X}", byte);
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace diarium
