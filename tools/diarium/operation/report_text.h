#pragma once

#include <string>

#include "pipeline/run/run_report.h"

namespace diarium {

/// The summary of a run for people.
std::string text_of(const RunReport& report);

/// What was found, what took long, and what a person should look at: for the report of the night.
std::string details_of(const RunReport& report);

/// The share of CPU time of each stage.
std::string trace_of(const RunReport& report);

/// The same as one JSON object in one line.
std::string json_of(const RunReport& report);

}  // namespace diarium
