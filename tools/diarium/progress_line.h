#pragma once

#include <chrono>
#include <string>

#include "pipeline/run/ingest.h"

namespace diarium {

/// One line on stderr that tells how far a run is; only on a terminal.
class ProgressLine {
 public:
  ProgressLine();
  void show(const RunReport& report, std::size_t done, std::size_t all);
  /// A message above the line.
  void say(const std::string& message);
  /// Wipes the line.
  void clear();

 private:
  bool on_terminal_;
  bool shown_ = false;
  std::chrono::steady_clock::time_point started_ = std::chrono::steady_clock::now();
};

}  // namespace diarium
