#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "models/error.h"
#include "pipeline/run/configuration.h"
#include "pipeline/run/nursery.h"
#include "pipeline/run/run_report.h"
#include "pipeline/run/understand.h"
#include "pipeline/store/archive.h"

namespace diarium {

/// What is told while a run goes on, and asked.
struct RunListener {
  /// A file, a page or a folder was set aside: the path as displayed, and why.
  std::function<void(const std::string& path, const Error& error)> set_aside;
  /// About five times a second: files that are done and all to be worked on, pages so far.
  std::function<void(const RunReport& report, std::size_t done, std::size_t all)> progress;
  /// The number of the run in the archive; 0 = it is not kept.
  std::int64_t run = 0;
  /// Asked often; true ends the run, and the next one goes on where it stood.
  std::function<bool()> stop;
  /// Where workers come from; null = the run makes a nursery of its own.
  Nursery* nursery = nullptr;
};

/// Brings files and folders into the archive: new and changed files are read, recognised,
/// understood and stored; those that are there under the same settings are left alone; known files
/// below the folders that are gone are marked. Every file ends in one row with one status. Throws
/// std::runtime_error for a broken environment (disk, database, OCR model, a sandbox that does not
/// hold); what was committed until then stays, and the next run goes on from there.
RunReport ingest(const std::vector<std::filesystem::path>& paths,
                 const Configuration& configuration, Archive& archive,
                 const Understander& understander, const RunListener& listener);

/// Tries quarantined files and lost pages once more; `reason` limits them to one reason code.
RunReport retry(const std::string& reason, const Configuration& configuration, Archive& archive,
                const Understander& understander, const RunListener& listener);

}  // namespace diarium
