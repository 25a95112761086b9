#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "models/error.h"
#include "pipeline/run/configuration.h"
#include "pipeline/run/descriptor.h"

namespace diarium {

/// What one worker process does: some pages of one file.
struct WorkerTask {
  std::filesystem::path file;
  /// 1-based, ascending. Empty = how many there are isn't known yet: the first share of the file.
  std::vector<int> pages;
  /// Pages that are read already; left out of the first share.
  std::vector<int> fresh;
  /// 64 hex digits that the bytes must have; empty = any. Others mean that the file was changed.
  std::string sha256;
  /// The document itself where it is no file (the canary).
  std::string built_in;
  /// Pages to paint (painting.h) rather than to read, and the Page::rotation of each.
  std::map<int, int> painted;
};

/// The pages of a file of `page_count` pages that aren't among `fresh`, ascending.
std::vector<int> missing_pages(int page_count, const std::vector<int>& fresh);

/// The opened document of a task; for a built-in one nothing is opened.
Result<Descriptor> open_document(const WorkerTask& task);

/// Reads, recognises and lays out (or paints) the pages of `task` from its opened `document` and
/// writes frames (frames.h) to `output`. Opens no other file of the owner's. Runs in a process of
/// its own: foreign bytes may crash it. Throws nothing; a page that fails is a `lost` frame, a
/// missing OCR model an `unusable` one.
void work(const WorkerTask& task, const Configuration& configuration,
          const Result<Descriptor>& document, int output);

/// Tells that the environment is broken, and the run must end.
void tell_unusable(std::string_view why, int output);

}  // namespace diarium
