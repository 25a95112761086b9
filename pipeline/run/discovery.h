#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

#include "models/error.h"

namespace diarium {

/// A regular file that was found, with what tells cheaply whether it changed.
struct FoundFile {
  std::filesystem::path path;  ///< absolute, without `.` and `..`
  std::uint64_t bytes = 0;
  std::int64_t modified_ns = 0;  ///< since 1970, nanoseconds
};

/// Walks `root` (a file or a folder) and tells each regular file, folder by folder in the order of
/// names, and each place that can't be read. Symbolic links, devices and pipes are not followed;
/// names that begin with
/// "." or "~$" are left out. Streams: nothing is gathered but the names of one folder.
void discover(const std::filesystem::path& root, const std::function<void(const FoundFile&)>& found,
              const std::function<void(const Error&)>& unreadable);

/// A path as shown to people: control characters and broken UTF-8 escaped as \xHH.
std::string display_form(const std::filesystem::path& path);

}  // namespace diarium
