#include "pipeline/run/watch.h"

#include <fmt/format.h>
#include <poll.h>
#include <sys/inotify.h>
#include <sys/stat.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <utility>

#include "pipeline/run/discovery.h"

namespace diarium {
namespace {

constexpr std::uint32_t kChanges = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM |
                                   IN_MOVED_TO | IN_MODIFY | IN_DELETE_SELF;

}  // namespace

FolderWatch::FolderWatch(const std::vector<std::filesystem::path>& roots, OwnFiles own)
    : own_(std::move(own)), inotify_(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
  if (!inotify_.open())
    throw std::runtime_error(fmt::format("folders can't be watched: {}", std::strerror(errno)));
  for (const auto& root : roots) {
    roots_.push_back(absolute_place(root));
    add_below(roots_.back());
  }
}

void FolderWatch::add(const std::filesystem::path& folder) {
  // A folder that is watched already stays so; one that is gone meanwhile needs none.
  const int watched =
      ::inotify_add_watch(inotify_.number(), folder.c_str(), kChanges | IN_DONT_FOLLOW);
  if (watched >= 0) {
    folders_.insert_or_assign(watched, folder);
    return;
  }
  if (errno == ENOSPC) {
    throw std::runtime_error(
        "the system has no watches left for so many folders: raise fs.inotify.max_user_watches, or "
        "run without --watch from a timer");
  }
}

void FolderWatch::add_below(const std::filesystem::path& folder) {
  add(folder);
  std::error_code error;
  using Walk = std::filesystem::recursive_directory_iterator;
  for (Walk it(folder, std::filesystem::directory_options::skip_permission_denied, error), end;
       !error && it != end; it.increment(error)) {
    std::error_code ignored;
    if (it->is_directory(ignored) && !it->is_symlink(ignored)) add(it->path());
  }
}

bool FolderWatch::is_own(int watched, std::string_view name) const {
  const auto folder = folders_.find(watched);
  return folder != folders_.end() &&
         own_.contains(name.empty() ? folder->second : folder->second / name);
}

bool FolderWatch::take_events() {
  alignas(inotify_event) std::array<char, 1U << 14U> buffer{};
  bool any = false;
  bool folders = false;
  for (;;) {
    const ssize_t size = ::read(inotify_.number(), buffer.data(), buffer.size());
    if (size <= 0) break;
    for (std::size_t at = 0; at < static_cast<std::size_t>(size);) {
      inotify_event event{};
      std::memcpy(&event, buffer.data() + at, sizeof event);
      // The name is filled up with zeros.
      const char* const name = event.len > 0 ? buffer.data() + at + sizeof event : "";
      at += sizeof event + event.len;
      if ((event.mask & IN_IGNORED) != 0) folders_.erase(event.wd);
      if (is_own(event.wd, name)) continue;
      any = true;
      folders = folders || (event.mask & (IN_ISDIR | IN_Q_OVERFLOW)) != 0;
    }
  }
  if (folders) {
    for (const auto& root : roots_) add_below(root);
  }
  return any;
}

bool FolderWatch::wait(std::chrono::milliseconds most) {
  pollfd news{inotify_.number(), POLLIN, 0};
  if (::poll(&news, 1, static_cast<int>(most.count())) <= 0) return false;
  return take_events();
}

}  // namespace diarium
