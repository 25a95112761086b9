#pragma once

#include <filesystem>
#include <vector>

#include "pipeline/run/configuration.h"

namespace diarium {

/// What one worker process does: some pages of one file.
struct WorkerTask {
  std::filesystem::path file;
  /// 1-based, ascending. Empty = how many there are isn't known yet: the first share of the file.
  std::vector<int> pages;
  /// Pages that are read already; left out of the first share.
  std::vector<int> fresh;
};

/// The pages of a file of `page_count` pages that aren't among `fresh`, ascending.
std::vector<int> missing_pages(int page_count, const std::vector<int>& fresh);

/// Reads, recognises and lays out the pages of `task` and writes frames (frames.h) to `output`.
/// Runs in a process of its own: foreign bytes may crash it. Throws nothing; a page that fails is a
/// `lost` frame, a missing OCR model an `unusable` one.
void work(const WorkerTask& task, const Configuration& configuration, int output);

}  // namespace diarium
