#include "pipeline/run/ingest.h"

#include <fmt/format.h>

#include <chrono>
#include <filesystem>
#include <iostream>
#include <optional>
#include <stdexcept>

#include "pipeline/run/nursery.h"
#include "pipeline/run/reextract.h"
#include "pipeline/run/version.h"
#include "pipeline/run/watch.h"
#include "pipeline/store/name_register.h"
#include "tools/diarium/commands.h"
#include "tools/diarium/operation/report_text.h"
#include "tools/diarium/operation/run_monitor.h"
#include "tools/diarium/run_scope.h"

namespace diarium {
namespace {

/// Folders on a network tell nobody of their changes.
constexpr std::chrono::hours kLookAnyway(1);
constexpr std::chrono::seconds kLeastSettling(2);

void print(const RunReport& report, const Arguments& arguments) {
  if (arguments.json) {
    std::cout << json_of(report) << std::endl;
    return;
  }
  std::cout << text_of(report);
  if (arguments.trace) std::cout << trace_of(report);
  std::cout << std::flush;
}

int exit_code_of(const RunReport& report) {
  // A run that --until ended did what it was asked to.
  if (report.left > 0 && was_interrupted()) return kRunFailed;
  return report.set_aside() > 0 ? kSomeFailed : kAllWell;
}

std::string summary_of(const RunReport& report) {
  return fmt::format("{} indexed, {} partial, {} set aside, {} unchanged, {} pages read",
                     report.indexed, report.partial, report.quarantined + report.unreadable,
                     report.unchanged, report.pages_read);
}

/// One run from the first file to its report.
template <typename Work>
RunReport one_run(const Arguments& arguments, RunScope& scope, Nursery& nursery, const Work& work) {
  RunMonitor monitor(arguments.configuration, arguments.command);
  const std::string settings = toml_of(arguments.configuration);
  const std::int64_t run = scope.archive().begin_run(now_in_words(), kVersion, settings);
  scope.tell_audit(arguments.command, settings);
  RunListener listener = monitor.listener(run, stop_is_wanted);
  listener.nursery = &nursery;
  const RunReport report = work(listener);
  scope.archive().finish_run(run, now_in_words());
  scope.tell_audit(arguments.command + " ended", summary_of(report));
  monitor.finish(report, run);
  print(report, arguments);
  return report;
}

/// What is to be done anew must have been done once; a new archive would hide a wrong --db.
void check_archive(const Configuration& configuration) {
  if (!std::filesystem::exists(configuration.database)) {
    throw std::runtime_error(fmt::format("no archive at {}; `diarium ingest` makes one",
                                         configuration.database.string()));
  }
}

bool wait_for_more(const Arguments& arguments, FolderWatch& watch) {
  const std::chrono::seconds settling(arguments.configuration.settle_seconds);
  return wait_for_change(watch, std::max<std::chrono::milliseconds>(settling, kLeastSettling),
                         kLookAnyway, stop_is_wanted);
}

}  // namespace

int run_ingest(const Arguments& arguments) {
  for (const auto& path : arguments.paths) {
    if (!std::filesystem::exists(path))
      throw WrongUsage(fmt::format("no such file or folder: {}", path.string()));
  }
  Nursery nursery(arguments.configuration);
  const Understander understander(rules_in_force(arguments.configuration));
  RunScope scope(arguments);
  std::optional<FolderWatch> watch;
  if (arguments.watch) watch.emplace(arguments.paths, OwnFiles(arguments.configuration));
  RunReport report;
  do {
    report = one_run(arguments, scope, nursery, [&](const RunListener& listener) {
      return ingest(arguments.paths, arguments.configuration, scope.archive(), understander,
                    listener);
    });
  } while (watch && !stop_is_wanted() && wait_for_more(arguments, *watch));
  return exit_code_of(report);
}

int run_retry(const Arguments& arguments) {
  check_archive(arguments.configuration);
  Nursery nursery(arguments.configuration);
  const Understander understander(rules_in_force(arguments.configuration));
  RunScope scope(arguments);
  return exit_code_of(one_run(arguments, scope, nursery, [&](const RunListener& listener) {
    return retry(arguments.reason, arguments.configuration, scope.archive(), understander,
                 listener);
  }));
}

int run_reextract(const Arguments& arguments) {
  check_archive(arguments.configuration);
  const Understander understander(rules_in_force(arguments.configuration));
  RunScope scope(arguments);
  const std::string kind = arguments.kinds.empty() ? "" : arguments.kinds.front();
  int rotten = 0;
  const auto tell_rot = [&rotten](const std::string& path, const Error& error) {
    fmt::print(stderr, "set aside: {}: {}\n", path, error.message);
    ++rotten;
  };
  const RunListener listener{.set_aside = tell_rot, .progress = {}, .stop = stop_is_wanted};
  const int understood = reextract(kind, scope.archive(), understander, listener);
  settle_names(scope.archive(), arguments.configuration.renamed_bodies);
  scope.tell_audit(arguments.command, fmt::format("{} files understood anew", understood));
  if (understood + rotten == 0)
    fmt::print("Nothing to do: every file is understood by the rules in force.\n");
  if (understood > 0) fmt::print("{} files understood anew\n", understood);
  if (was_interrupted()) return kRunFailed;
  return rotten > 0 ? kSomeFailed : kAllWell;
}

}  // namespace diarium
