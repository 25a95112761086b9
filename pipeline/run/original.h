#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include "models/error.h"
#include "pipeline/run/descriptor.h"

namespace diarium {

/// Opens a file of the archive's owner for reading. A symbolic link anywhere on its path, a pipe, a
/// device or a folder is error `unreadable`, and so is what can't be opened; nothing is waited for.
/// `path` is absolute and free of links as discovery gives it.
Result<Descriptor> open_original(const std::filesystem::path& path);

/// All bytes of an open file from its beginning. Errors: `empty`; `too_large` above `most` bytes;
/// `changed` when it was written to meanwhile; `unreadable`.
Result<std::string> bytes_of_original(const Descriptor& file, std::size_t most);

}  // namespace diarium
