#include "pipeline/store/status.h"

#include <fmt/format.h>

#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tools/diarium/commands.h"

namespace diarium {
namespace {

void print_counts(const char* title, const std::vector<Count>& counts) {
  if (counts.empty()) return;
  fmt::print("{}\n", title);
  for (const Count& count : counts) fmt::print("  {:<24}{:>8}\n", count.name, count.number);
}

void print_failures(const std::vector<Failure>& failures) {
  if (failures.empty()) return;
  fmt::print("Set aside (`diarium retry` tries again)\n");
  for (const Failure& failure : failures) {
    const std::string place = failure.page > 0 ? fmt::format(" page {}", failure.page) : "";
    fmt::print("  {:<14}{}{}: {}\n", name_of(failure.reason),
               failure.path.empty() ? failure.source : failure.path, place, failure.message);
  }
}

nlohmann::json json_of(const std::vector<Count>& counts) {
  nlohmann::json out = nlohmann::json::object();
  for (const Count& count : counts) out[count.name] = count.number;
  return out;
}

void print_json(const ArchiveStatus& status, const std::vector<Failure>& failures) {
  nlohmann::json set_aside = nlohmann::json::array();
  for (const Failure& failure : failures) {
    nlohmann::json entry{{"path", failure.path},
                         {"reason", name_of(failure.reason)},
                         {"message", failure.message},
                         {"attempts", failure.attempts}};
    if (failure.page > 0) entry["page"] = failure.page;
    if (!failure.source.empty()) entry["source"] = failure.source;
    set_aside.push_back(std::move(entry));
  }
  const nlohmann::json out{{"sources", json_of(status.sources)},
                           {"reasons", json_of(status.reasons)},
                           {"pages", json_of(status.pages)},
                           {"documents", json_of(status.documents)},
                           {"records", json_of(status.records)},
                           {"issues", json_of(status.issues)},
                           {"waiting", status.waiting},
                           {"missing", status.missing},
                           {"last_run", status.last_run},
                           {"last_run_finished", status.last_run_finished},
                           {"not_understood", status.not_understood},
                           {"set_aside", set_aside}};
  std::cout << out.dump(1) << '\n';
}

}  // namespace

int run_status(const Arguments& arguments) {
  const Archive archive = Archive::open_read_only(arguments.configuration.database);
  const ArchiveStatus status = status_of(archive);
  const std::vector<Failure> failures = failures_of(archive);
  if (arguments.json) {
    print_json(status, failures);
    return kAllWell;
  }
  print_counts("Files", status.sources);
  print_counts("Pages", status.pages);
  print_counts("Documents", status.documents);
  print_counts("Records", status.records);
  print_counts("Issues", status.issues);
  print_failures(failures);
  if (status.waiting > 0)
    fmt::print("{} files are not finished; `diarium ingest` goes on with them\n", status.waiting);
  if (status.missing > 0) fmt::print("{} files are gone from their place\n", status.missing);
  if (!status.last_run.empty()) {
    fmt::print("The last run began {}{}\n", status.last_run,
               status.last_run_finished ? "" : " and is at work, or was broken off");
  }
  if (status.not_understood > 0) {
    fmt::print("{} files are read but not understood; `diarium reextract` does it\n",
               status.not_understood);
  }
  return kAllWell;
}

}  // namespace diarium
