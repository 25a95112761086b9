#pragma once

#include <chrono>
#include <deque>
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
  using Clock = std::chrono::steady_clock;
  struct Mark {
    Clock::time_point at;
    int pages;
  };
  double pages_per_second_now(int pages);

  bool on_terminal_;
  bool shown_ = false;
  Clock::time_point started_ = Clock::now();
  std::deque<Mark> latest_;
};

}  // namespace diarium
