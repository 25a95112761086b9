#include "pipeline/run/ingest.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <csignal>
#include <ctime>
#include <filesystem>
#include <stdexcept>

#include "pipeline/ocr/recogniser.h"
#include "pipeline/run/run_lock.h"
#include "tools/diarium/commands.h"
#include "tools/diarium/progress_line.h"
#include "tools/diarium/run_report.h"

namespace diarium {
namespace {

volatile std::sig_atomic_t stop_wanted = 0;

/// A folder of other things than papers would drown the rest.
constexpr int kMostMessages = 20;

/// The first signal ends the run in good order, the second at once.
void want_stop(int number) {
  stop_wanted = 1;
  std::signal(number, SIG_DFL);
}

std::string now() {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr)));
}

/// What ingest, retry and reextract share: lock, archive, rules, signals, progress.
template <typename Work>
int with_archive(const Arguments& arguments, const Work& work) {
  const Configuration& configuration = arguments.configuration;
  const Understander understander(rules_in_force(configuration));
  const RunLock lock(configuration.database);
  Archive archive = Archive::open(configuration.database);
  std::signal(SIGINT, want_stop);
  std::signal(SIGTERM, want_stop);
  ProgressLine line;
  const RunListener listener{
      .set_aside =
          [&, told = 0](const std::string& path, const Error& error) mutable {
            if (told < kMostMessages) {
              line.say(
                  fmt::format("set aside: {}: {} ({})", path, error.message, name_of(error.code)));
            }
            if (++told == kMostMessages) line.say("... and more: `diarium status` lists them all");
          },
      .progress = [&](const RunReport& report, std::size_t done,
                      std::size_t all) { line.show(report, done, all); },
      .stop = [] { return stop_wanted != 0; },
  };
  const std::int64_t run = archive.begin_run(now(), kVersion, toml_of(configuration));
  const int code = work(archive, understander, listener, line);
  archive.finish_run(run, now());
  return code;
}

int finish(const Arguments& arguments, const RunReport& report, ProgressLine& line) {
  line.clear();
  if (arguments.json) {
    print_report_as_json(report);
  } else {
    print_report(report, arguments.trace);
  }
  const bool some_failed =
      report.quarantined + report.unreadable + report.partial + report.unreadable_places > 0;
  if (report.left > 0) return kRunFailed;
  return some_failed ? kSomeFailed : kAllWell;
}

/// A run without its OCR models would fail at the first scan, hours later perhaps.
void check_models(const Configuration& configuration) {
  if (configuration.ocr != OcrChoice::never) Recogniser probe(configuration.recognition);
}

}  // namespace

int run_ingest(const Arguments& arguments) {
  for (const auto& path : arguments.paths) {
    if (!std::filesystem::exists(path))
      throw WrongUsage(fmt::format("no such file or folder: {}", path.string()));
  }
  check_models(arguments.configuration);
  return with_archive(arguments, [&](Archive& archive, const Understander& understander,
                                     const RunListener& listener, ProgressLine& line) {
    return finish(arguments,
                  ingest(arguments.paths, arguments.configuration, archive, understander, listener),
                  line);
  });
}

int run_retry(const Arguments& arguments) {
  check_models(arguments.configuration);
  return with_archive(arguments, [&](Archive& archive, const Understander& understander,
                                     const RunListener& listener, ProgressLine& line) {
    return finish(arguments,
                  retry(arguments.reason, arguments.configuration, archive, understander, listener),
                  line);
  });
}

int run_reextract(const Arguments& arguments) {
  return with_archive(arguments, [&](Archive& archive, const Understander& understander,
                                     const RunListener& listener, ProgressLine& line) {
    const int understood = reextract(archive, understander, listener);
    line.clear();
    if (understood == 0)
      fmt::print("Nothing to do: every file is understood by the rules in force.\n");
    if (understood > 0) fmt::print("{} files understood anew\n", understood);
    return kAllWell;
  });
}

}  // namespace diarium
