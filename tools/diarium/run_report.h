#pragma once

#include "pipeline/run/ingest.h"

namespace diarium {

/// The summary of a run for people, on stdout; with `trace` the share of CPU time of each stage.
void print_report(const RunReport& report, bool trace);

/// The same as one JSON object.
void print_report_as_json(const RunReport& report);

}  // namespace diarium
