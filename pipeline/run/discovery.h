#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

#include "models/error.h"

namespace diarium {

/// A regular file that was found, with what tells cheaply whether it changed.
struct FoundFile {
  std::filesystem::path path;  ///< absolute, without `.`, `..` and symbolic links
  std::uint64_t bytes = 0;
  std::int64_t modified_ns = 0;  ///< since 1970, nanoseconds
};

/// A place as discovery names what lies below it: absolute, without `.`, `..` and symbolic links.
/// The operator may name a folder by a link; below it none is followed.
std::filesystem::path absolute_place(const std::filesystem::path& place);

/// Walks `root` (a file or a folder) and tells each regular file, folder by folder in the order of
/// names, each place that can't be read, and what is passed over: symbolic links, devices and
/// pipes. Left out without a word are names that begin with "." or "~$", and those of files that
/// are still being copied or downloaded (".part", ".filepart", ".crdownload" ...).
/// Streams: nothing is gathered but the names of one folder.
void discover(const std::filesystem::path& root, const std::function<void(const FoundFile&)>& found,
              const std::function<void(const Error&)>& unreadable,
              const std::function<void(const std::filesystem::path&)>& passed_over = {});

/// A path as shown to people: control characters, broken UTF-8 and marks that turn the direction of
/// text escaped as \xHH.
std::string display_form(const std::filesystem::path& path);

}  // namespace diarium
