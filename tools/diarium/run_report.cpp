#include "tools/diarium/run_report.h"

#include <fmt/format.h>

#include <array>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

namespace diarium {
namespace {

using Stages = std::array<std::pair<std::string_view, double>, 7>;

Stages stages_of(const RunReport& report) {
  return {{{"read", report.page_times.read},
           {"recognise", report.page_times.recognise},
           {"lay out", report.page_times.lay_out},
           {"segment", report.understand_times.segment},
           {"extract", report.understand_times.extract},
           {"link", report.understand_times.link},
           {"store", report.store_time}}};
}

void print_trace(const RunReport& report) {
  double all = 0;
  for (const auto& [name, seconds] : stages_of(report)) all += seconds;
  fmt::print("\nCPU time by stage (of {:.2f} s):\n", all);
  for (const auto& [name, seconds] : stages_of(report)) {
    const double page = report.pages_read > 0 ? 1000 * seconds / report.pages_read : 0;
    fmt::print("  {:<10}{:>6.1f} %{:>10.2f} ms/page\n", name, all > 0 ? 100 * seconds / all : 0,
               page);
  }
}

}  // namespace

void print_report(const RunReport& report, bool trace) {
  const int worked_on = report.indexed + report.partial + report.quarantined + report.unreadable;
  fmt::print("{} files: {} indexed, {} partial, {} set aside, {} unchanged, {} duplicates\n",
             report.files(), report.indexed, report.partial, report.quarantined + report.unreadable,
             report.unchanged, report.duplicates);
  fmt::print("{} pages read ({} by OCR), {} lost, in {:.1f} s\n", report.pages_read,
             report.pages_recognised, report.pages_lost, report.seconds);
  for (const auto& [reason, count] : report.reasons) fmt::print("  {}: {}\n", reason, count);
  if (report.unreadable_places > 0)
    fmt::print("{} folders could not be looked into\n", report.unreadable_places);
  if (report.left > 0)
    fmt::print("{} files are left; run again to go on where this run stood\n", report.left);
  if (worked_on == 0 && report.left == 0 && report.files() > 0)
    fmt::print("Nothing to do: all of it is in the archive.\n");
  if (trace) print_trace(report);
}

void print_report_as_json(const RunReport& report) {
  nlohmann::json out{{"files", report.files()},
                     {"indexed", report.indexed},
                     {"partial", report.partial},
                     {"quarantined", report.quarantined},
                     {"unreadable", report.unreadable},
                     {"unreadable_places", report.unreadable_places},
                     {"unchanged", report.unchanged},
                     {"duplicates", report.duplicates},
                     {"left", report.left},
                     {"pages_read", report.pages_read},
                     {"pages_recognised", report.pages_recognised},
                     {"pages_lost", report.pages_lost},
                     {"reasons", report.reasons},
                     {"seconds", report.seconds}};
  for (const auto& [name, seconds] : stages_of(report))
    out["cpu_seconds"][std::string(name)] = seconds;
  std::cout << out.dump() << '\n';
}

}  // namespace diarium
