#pragma once

#include <cstddef>
#include <ctime>
#include <string>

#include "pipeline/run/run_report.h"

namespace diarium {

/// How far a run is.
struct RunState {
  std::string command;  ///< "ingest"
  std::string state;    ///< "running", "finished", "failed"
  std::time_t started = 0;
  std::time_t updated = 0;
  std::size_t files_done = 0;   ///< of those to be worked on
  std::size_t files_known = 0;  ///< to be worked on, as far as was looked
  double pages_per_second = 0;
};

/// For the textfile collector of node_exporter.
std::string open_metrics_of(const RunState& state, const RunReport& report);

/// For people and scripts that ask how far it is.
std::string status_json_of(const RunState& state, const RunReport& report);

}  // namespace diarium
