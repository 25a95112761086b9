#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "models/error.h"
#include "pipeline/run/configuration.h"
#include "pipeline/run/frames.h"
#include "pipeline/run/understand.h"
#include "pipeline/store/archive.h"

namespace diarium {

/// What a run did. Each file that was found is in exactly one of the first six counts.
struct RunReport {
  int indexed = 0;
  int partial = 0;      ///< some of its pages were lost
  int quarantined = 0;  ///< nothing of it could be read
  int unreadable = 0;   ///< it could not even be opened
  int unchanged = 0;
  int duplicates = 0;         ///< another path holds the same bytes
  int left = 0;               ///< waits for the next run, since this one was stopped
  int unreadable_places = 0;  ///< folders that could not be looked into
  int pages_read = 0;
  int pages_recognised = 0;  ///< of those, by OCR
  int pages_lost = 0;
  std::map<std::string, int> reasons;  ///< of files set aside and pages lost
  double seconds = 0;
  // CPU seconds of each stage, for `--trace`.
  PageTimes page_times;
  Understander::Times understand_times;
  double store_time = 0;

  [[nodiscard]] int files() const {
    return indexed + partial + quarantined + unreadable + unchanged + duplicates + left;
  }
};

/// What is told while a run goes on.
struct RunListener {
  /// A file, a page or a folder was set aside: the path as displayed, and why.
  std::function<void(const std::string& path, const Error& error)> set_aside;
  /// About five times a second: files that are done and all to be worked on, pages so far.
  std::function<void(const RunReport& report, std::size_t done, std::size_t all)> progress;
  /// Asked often; true ends the run, and the next one goes on where it stood.
  std::function<bool()> stop;
};

/// Brings files and folders into the archive: new and changed files are read, recognised,
/// understood and stored; those that are there under the same settings are left alone. Every file
/// ends in one row with one status. Throws std::runtime_error for a broken environment (disk,
/// database, OCR model); what was committed until then stays, and the next run goes on from there.
RunReport ingest(const std::vector<std::filesystem::path>& paths,
                 const Configuration& configuration, Archive& archive,
                 const Understander& understander, const RunListener& listener);

/// Tries quarantined files and lost pages once more; `reason` limits them to one reason code.
RunReport retry(const std::string& reason, const Configuration& configuration, Archive& archive,
                const Understander& understander, const RunListener& listener);

/// Understands every stored source anew whose understanding isn't fresh; nothing is read.
/// Returns how many were.
int reextract(Archive& archive, const Understander& understander, const RunListener& listener);

}  // namespace diarium
