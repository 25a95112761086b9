#include "pipeline/run/discovery.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <vector>

#include "models/unicode.h"

namespace diarium {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kNanoseconds = 1'000'000'000;
constexpr int kDeepest = 100;  // folders

/// What programs call a file that is not whole yet: Firefox and rsync, WinSCP, Chromium.
constexpr std::array<std::string_view, 4> kNotWhole{".part", ".partial", ".filepart",
                                                    ".crdownload"};

bool is_left_out(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.starts_with(".") || name.starts_with("~$") ||
         std::any_of(kNotWhole.begin(), kNotWhole.end(),
                     [&name](std::string_view end) { return name.ends_with(end); });
}

Error unreadable_place(const fs::path& path, std::string_view why) {
  return {ErrorCode::unreadable, fmt::format("can't be read: {}", why), path.string()};
}

/// Marks that make a terminal or a page print what follows from right to left, and controls that
/// are written in two or three bytes: a name could pose as another.
bool turns_text(std::string_view bytes) {
  constexpr std::array<std::string_view, 12> kMarks{"\u200E", "\u200F", "\u2028", "\u2029",
                                                    "\u202A", "\u202B", "\u202C", "\u202D",
                                                    "\u202E", "\u2066", "\u2067", "\u2068"};
  return std::any_of(kMarks.begin(), kMarks.end(),
                     [bytes](std::string_view mark) { return bytes.starts_with(mark); });
}

class Walk {
 public:
  Walk(const std::function<void(const FoundFile&)>& found,
       const std::function<void(const Error&)>& unreadable,
       const std::function<void(const fs::path&)>& passed_over)
      : found_(found), unreadable_(unreadable), passed_over_(passed_over) {}

  void visit(const fs::path& path) {
    // Mounts can be nested into each other without end.
    if (++depth_ > kDeepest) {
      --depth_;
      return unreadable_(unreadable_place(path, "folders are nested too deeply"));
    }
    visit_within(path);
    --depth_;
  }

 private:
  void visit_within(const fs::path& path) {
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0)
      return unreadable_(unreadable_place(path, std::strerror(errno)));
    if (S_ISDIR(status.st_mode)) return visit_folder(path);
    if (!S_ISREG(status.st_mode)) {
      if (passed_over_) passed_over_(path);
      return;
    }
    found_({path, static_cast<std::uint64_t>(status.st_size),
            status.st_mtim.tv_sec * kNanoseconds + status.st_mtim.tv_nsec});
  }

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
  const std::function<void(const fs::path&)>& passed_over_;
  int depth_ = 0;
};

}  // namespace

fs::path absolute_place(const fs::path& place) {
  std::error_code error;
  const fs::path absolute = fs::absolute(place, error).lexically_normal();
  const fs::path named = absolute.has_filename() ? absolute : absolute.parent_path();
  const fs::path folder = fs::canonical(named.parent_path(), error);
  if (error) return named;
  if (!fs::is_directory(named, error)) return folder / named.filename();
  const fs::path resolved = fs::canonical(named, error);
  return error ? named : resolved;
}

void discover(const fs::path& root, const std::function<void(const FoundFile&)>& found,
              const std::function<void(const Error&)>& unreadable,
              const std::function<void(const fs::path&)>& passed_over) {
  Walk(found, unreadable, passed_over).visit(absolute_place(root));
}

std::string display_form(const fs::path& path) {
  const std::string bytes = path.string();
  std::string out;
  const bool whole = is_utf8(bytes);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const char c = bytes[i];
    const auto byte = static_cast<unsigned char>(c);
    const bool control = byte < 0x20 || byte == 0x7F;
    const bool broken = !whole && byte >= 0x80;
    if (control || broken) {
      out += fmt::format("\\x{:02X}", byte);
    } else if (turns_text(std::string_view(bytes).substr(i))) {
      for (const std::size_t end = i + 3; i < end; ++i)
        out += fmt::format("\\x{:02X}", static_cast<unsigned char>(bytes[i]));
      --i;
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace diarium
