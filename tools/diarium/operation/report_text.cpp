#include "tools/diarium/operation/report_text.h"

#include <fmt/format.h>

#include <array>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

namespace diarium {
namespace {

using Json = nlohmann::json;
constexpr std::string_view kNothingToDo = "Nothing to do: nothing is new or changed.\n";

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

/// Counts that are rarely anything but zero are told when they are.
std::string rare_counts(const RunReport& report) {
  std::string out;
  const std::array<std::pair<int, std::string_view>, 9> counts{{
      {report.changed, "of them held other bytes before"},
      {report.mended, "of them had rotted in the archive and were read anew from their files"},
      {report.moved, "were moved or renamed"},
      {report.missing, "known files are gone from their place; what was read of them stays"},
      {report.waiting, "were still being written; the next run takes them in"},
      {report.forgotten, "were taken out by `diarium forget` and stay out"},
      {report.unreadable_places, "folders could not be looked into"},
      {report.passed_over,
       "links, pipes or devices were passed over; name the place that a link leads to"},
      {report.left, "files are left; run again to go on where this run stood"},
  }};
  for (const auto& [count, words] : counts) {
    if (count > 0) out += fmt::format("{} {}\n", count, words);
  }
  return out;
}

std::string records_of(const RunReport& report) {
  if (report.records.empty()) return {};
  std::string out = "Records found\n";
  for (const auto& [kind, count] : report.records)
    out += fmt::format("  {:<16}{:>8}\n", kind, count);
  return out;
}

/// What a person should look at: only in a run long enough to have an order.
std::string to_look_at(const RunReport& report) {
  std::string out;
  if (report.pages_read >= 100) {
    out += "Slowest files (CPU seconds)\n";
    for (const SlowFile& file : report.slowest)
      out += fmt::format("  {:>8.1f}  {} ({} pages)\n", file.seconds, file.path, file.pages);
  }
  if (!report.least_certain.empty()) out += "Least certain records\n";
  for (const DoubtfulRecord& record : report.least_certain) {
    out += fmt::format("  {:>5.2f}  {:<12} {} page {}\n", record.confidence, record.kind,
                       record.path, record.page);
  }
  return out;
}

Json json_of(const std::vector<SlowFile>& files) {
  Json out = Json::array();
  for (const SlowFile& file : files)
    out.push_back({{"path", file.path}, {"cpu_seconds", file.seconds}, {"pages", file.pages}});
  return out;
}

Json json_of(const std::vector<DoubtfulRecord>& records) {
  Json out = Json::array();
  for (const DoubtfulRecord& record : records) {
    out.push_back({{"path", record.path},
                   {"page", record.page},
                   {"kind", record.kind},
                   {"rule", record.rule},
                   {"confidence", record.confidence}});
  }
  return out;
}

}  // namespace

std::string text_of(const RunReport& report) {
  const int worked_on = report.indexed + report.partial + report.quarantined + report.unreadable;
  std::string out = fmt::format(
      "{} files: {} indexed, {} partial, {} set aside, {} unchanged, {} duplicate\n",
      report.files(), report.indexed, report.partial, report.quarantined + report.unreadable,
      report.unchanged + report.moved, report.duplicates);
  fmt::format_to(std::back_inserter(out), "{} pages read ({} by OCR), {} lost, in {:.1f} s\n",
                 report.pages_read, report.pages_recognised, report.pages_lost, report.seconds);
  for (const auto& [reason, count] : report.reasons)
    fmt::format_to(std::back_inserter(out), "  {}: {}\n", reason, count);
  out += rare_counts(report);
  if (worked_on == 0 && report.left == 0 && report.waiting == 0) out += kNothingToDo;
  return out;
}

std::string details_of(const RunReport& report) {
  return records_of(report) + to_look_at(report);
}

std::string trace_of(const RunReport& report) {
  double all = 0;
  for (const auto& [name, seconds] : stages_of(report)) all += seconds;
  std::string out = fmt::format("\nCPU time by stage (of {:.2f} s):\n", all);
  for (const auto& [name, seconds] : stages_of(report)) {
    const double page = report.pages_read > 0 ? 1000 * seconds / report.pages_read : 0;
    fmt::format_to(std::back_inserter(out), "  {:<10}{:>6.1f} %{:>10.2f} ms/page\n", name,
                   all > 0 ? 100 * seconds / all : 0, page);
  }
  return out;
}

std::string json_of(const RunReport& report) {
  Json out{{"files", report.files()},
           {"indexed", report.indexed},
           {"partial", report.partial},
           {"quarantined", report.quarantined},
           {"unreadable", report.unreadable},
           {"unreadable_places", report.unreadable_places},
           {"passed_over", report.passed_over},
           {"unchanged", report.unchanged},
           {"moved", report.moved},
           {"changed", report.changed},
           {"mended", report.mended},
           {"missing", report.missing},
           {"waiting", report.waiting},
           {"forgotten", report.forgotten},
           {"duplicates", report.duplicates},
           {"left", report.left},
           {"pages_read", report.pages_read},
           {"pages_recognised", report.pages_recognised},
           {"pages_lost", report.pages_lost},
           {"reasons", report.reasons},
           {"records", report.records},
           {"slowest", json_of(report.slowest)},
           {"least_certain", json_of(report.least_certain)},
           {"seconds", report.seconds}};
  for (const auto& [name, seconds] : stages_of(report))
    out["cpu_seconds"][std::string(name)] = seconds;
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace diarium
