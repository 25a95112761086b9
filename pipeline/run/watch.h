#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <string_view>
#include <vector>

#include "pipeline/run/descriptor.h"
#include "pipeline/run/own_files.h"

namespace diarium {

/// Looks out for changes below folders, without looking into any file.
class FolderWatch {
 public:
  /// What becomes of `own` files is no news. Throws std::runtime_error when the system has no
  /// watches left; the message names the limit.
  FolderWatch(const std::vector<std::filesystem::path>& roots, OwnFiles own);

  /// Waits at most so long. True when something was made, written to, moved or removed since the
  /// last call, or so much that the system lost count. New folders are watched from then on.
  bool wait(std::chrono::milliseconds most);

 private:
  void add_below(const std::filesystem::path& folder);
  void add(const std::filesystem::path& folder);
  bool take_events();
  [[nodiscard]] bool is_own(int watched, std::string_view name) const;

  OwnFiles own_;
  std::map<int, std::filesystem::path> folders_;  // by the number of their watch
  std::vector<std::filesystem::path> roots_;
  Descriptor inotify_;
};

/// Waits until something changed and all was quiet for `settling`, or `longest` has passed: changes
/// on a network share are told to nobody. False when `stop` says so.
template <typename Stop>
bool wait_for_change(FolderWatch& watch, std::chrono::milliseconds settling,
                     std::chrono::milliseconds longest, const Stop& stop) {
  using Clock = std::chrono::steady_clock;
  constexpr std::chrono::milliseconds kStep(200);
  const auto end = Clock::now() + longest;
  auto quiet_since = Clock::now();
  bool changed = false;
  while (!stop()) {
    const auto now = Clock::now();
    if (changed && now - quiet_since >= settling) return true;
    if (!changed && now >= end) return true;
    if (watch.wait(kStep)) {
      changed = true;
      quiet_since = Clock::now();
    }
  }
  return false;
}

}  // namespace diarium
