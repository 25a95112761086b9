#include "tools/diarium/operation/metrics.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <array>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

namespace diarium {
namespace {

using Counts = std::array<std::pair<std::string_view, int>, 10>;

Counts counts_of(const RunReport& report) {
  return {{{"indexed", report.indexed},
           {"partial", report.partial},
           {"quarantined", report.quarantined},
           {"unreadable", report.unreadable},
           {"unchanged", report.unchanged},
           {"moved", report.moved},
           {"duplicate", report.duplicates},
           {"waiting", report.waiting},
           {"forgotten", report.forgotten},
           {"left", report.left}}};
}

std::string gauge(std::string_view name, std::string_view help) {
  return fmt::format("# HELP {0} {1}\n# TYPE {0} gauge\n", name, help);
}

std::string iso_of(std::time_t time) {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(time));
}

}  // namespace

std::string open_metrics_of(const RunState& state, const RunReport& report) {
  std::string out = gauge("diarium_run_files", "Files of the latest run by how they ended.");
  const auto to = std::back_inserter(out);
  for (const auto& [status, count] : counts_of(report))
    fmt::format_to(to, "diarium_run_files{{status=\"{}\"}} {}\n", status, count);
  out +=
      gauge("diarium_run_reasons", "Files set aside and pages lost in the latest run by reason.");
  for (const auto& [reason, count] : report.reasons)
    fmt::format_to(to, "diarium_run_reasons{{reason=\"{}\"}} {}\n", reason, count);
  out += gauge("diarium_run_pages", "Pages of the latest run.");
  fmt::format_to(to, "diarium_run_pages{{kind=\"read\"}} {}\n", report.pages_read);
  fmt::format_to(to, "diarium_run_pages{{kind=\"recognised\"}} {}\n", report.pages_recognised);
  fmt::format_to(to, "diarium_run_pages{{kind=\"lost\"}} {}\n", report.pages_lost);
  out += gauge("diarium_run_records", "Records found in the latest run by kind.");
  for (const auto& [kind, count] : report.records)
    fmt::format_to(to, "diarium_run_records{{kind=\"{}\"}} {}\n", kind, count);
  out += gauge("diarium_run_state", "1 for what the latest run is: running, finished or failed.");
  for (const std::string_view name : {"running", "finished", "failed"})
    fmt::format_to(to, "diarium_run_state{{state=\"{}\"}} {}\n", name, state.state == name ? 1 : 0);
  out += gauge("diarium_run_started_timestamp_seconds", "When the latest run began.");
  fmt::format_to(to, "diarium_run_started_timestamp_seconds {}\n", state.started);
  out += gauge("diarium_run_updated_timestamp_seconds", "When these figures were written.");
  fmt::format_to(to, "diarium_run_updated_timestamp_seconds {}\n", state.updated);
  return out + "# EOF\n";
}

std::string status_json_of(const RunState& state, const RunReport& report) {
  nlohmann::ordered_json out{{"command", state.command},
                             {"state", state.state},
                             {"started", iso_of(state.started)},
                             {"updated", iso_of(state.updated)},
                             {"files_done", state.files_done},
                             {"files_known", state.files_known},
                             {"pages_read", report.pages_read},
                             {"pages_recognised", report.pages_recognised},
                             {"pages_per_second", state.pages_per_second},
                             {"set_aside", report.set_aside()},
                             {"reasons", report.reasons}};
  return out.dump(1) + "\n";
}

}  // namespace diarium
