#pragma once

#include <functional>
#include <string>

#include "pipeline/run/ingest.h"
#include "pipeline/run/run_lock.h"
#include "tools/diarium/arguments.h"
#include "tools/diarium/operation/run_monitor.h"

namespace diarium {

/// Whether a signal, or the clock of `--until`, asked the command to end.
bool stop_is_wanted();
/// Of these two, whether it was a signal.
bool was_interrupted();

/// The time now, ISO 8601, UTC.
std::string now_in_words();

/// What all commands that change an archive share: its lock, its audit, signals, their place in the
/// queue for cores and disk.
class RunScope {
 public:
  /// Throws std::runtime_error when another run is at work or the archive can't be opened.
  explicit RunScope(const Arguments& arguments);
  RunScope(const RunScope&) = delete;
  RunScope& operator=(const RunScope&) = delete;
  ~RunScope();

  Archive& archive() { return archive_; }
  /// Adds to the audit what was done.
  void tell_audit(const std::string& act, const std::string& detail);

 private:
  RunLock lock_;
  Archive archive_;
};

}  // namespace diarium
