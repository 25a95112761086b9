#pragma once

#include <filesystem>

#include "pipeline/store/archive.h"

namespace diarium {

/// Writes one state of the archive to a new file, compact and without a log beside it, while others
/// may go on writing. A plain copy of the file would miss what stands in its log. Throws
/// std::runtime_error when `file` exists or the disk fails; then nothing is left.
void write_snapshot(const Archive& archive, const std::filesystem::path& file);

}  // namespace diarium
