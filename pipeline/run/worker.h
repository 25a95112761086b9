#pragma once

#include <filesystem>
#include <vector>

#include "pipeline/run/configuration.h"

namespace diarium {

/// What one worker process does: some pages of one file.
struct WorkerTask {
  std::filesystem::path file;
  /// 1-based, ascending. Empty = the file is new: its first `pages_per_task` pages.
  std::vector<int> pages;
};

/// Reads, recognises and lays out the pages of `task` and writes frames (frames.h) to `output`. Runs in
/// a process of its own: foreign bytes may crash it. Throws nothing; a page that fails is a `lost` frame,
/// a missing OCR model an `unusable` one.
void work(const WorkerTask& task, const Configuration& configuration, int output);

}  // namespace diarium
