#pragma once

#include <filesystem>
#include <string>

#include "pipeline/store/archive.h"

namespace diarium {

/// Writes the archive as it stands into one file, while others may read and write it; the file is
/// complete and proven when it appears under its name. FILE.sha256 is written beside it, in the
/// form of sha256sum. Returns the sha256. Throws std::runtime_error when the disk fails or is full,
/// and when `file` is the archive itself.
std::string back_up(const Archive& archive, const std::filesystem::path& file);

/// Puts a backup in the place of the archive `database`; what was there stays beside it as
/// DATABASE.replaced. At every instant one of the two stands in the place. A backup of an older
/// version is brought up to date. The caller holds the lock of the archive. Throws
/// std::runtime_error, with nothing changed, for a file that is no archive, is damaged, or does not
/// match its .sha256.
void restore(const std::filesystem::path& backup, const std::filesystem::path& database);

}  // namespace diarium
