#pragma once

#include <chrono>
#include <functional>
#include <string>

#include "pipeline/run/ingest.h"
#include "tools/diarium/operation/metrics.h"
#include "tools/diarium/progress_line.h"

namespace diarium {

/// Tells how a run goes on: a line on a terminal, otherwise log lines; a status file and metrics
/// where the settings name them; in the end the report.
class RunMonitor {
 public:
  RunMonitor(const Configuration& configuration, std::string command);
  RunMonitor(const RunMonitor&) = delete;
  RunMonitor& operator=(const RunMonitor&) = delete;
  /// A run that ends without `finish` has failed.
  ~RunMonitor();

  RunListener listener(std::int64_t run, std::function<bool()> stop);
  /// Writes the last state, and the report into `report_folder`, as run-NUMBER.txt and .json.
  void finish(const RunReport& report, std::int64_t run);
  /// Takes the progress line off the terminal.
  void clear() { line_.clear(); }

 private:
  void tell_set_aside(const std::string& path, const Error& error);
  void tell_progress(const RunReport& report, std::size_t done, std::size_t all);
  void write_files(const RunReport& report) const;
  void log(std::string_view event,
           const std::vector<std::pair<std::string_view, std::string>>& fields);

  const Configuration& configuration_;
  ProgressLine line_;
  RunState state_;
  RunReport latest_;
  int told_ = 0;
  std::chrono::steady_clock::time_point logged_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point written_;
  std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
};

}  // namespace diarium
