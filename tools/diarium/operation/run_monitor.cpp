#include "tools/diarium/operation/run_monitor.h"

#include <fmt/format.h>
#include <unistd.h>

#include <ctime>
#include <exception>
#include <filesystem>

#include "pipeline/store/disk_file.h"
#include "tools/diarium/operation/log_line.h"
#include "tools/diarium/operation/report_text.h"

namespace diarium {
namespace {

/// A folder of other things than papers would drown the rest.
constexpr int kMostMessages = 20;
constexpr auto kWriteEvery = std::chrono::seconds(5);
constexpr auto kLogEvery = std::chrono::seconds(60);

bool on_terminal() {
  return ::isatty(STDERR_FILENO) == 1;
}

}  // namespace

RunMonitor::RunMonitor(const Configuration& configuration, std::string command)
    : configuration_(configuration) {
  state_.command = std::move(command);
  state_.state = "running";
  state_.started = std::time(nullptr);
}

RunMonitor::~RunMonitor() {
  if (state_.state != "running") return;
  state_.state = "failed";
  try {
    write_files(latest_);
  } catch (const std::exception&) {
    return;  // what the run failed of is told by the exception under way
  }
}

RunListener RunMonitor::listener(std::int64_t run, std::function<bool()> stop) {
  return {.set_aside = [this](const std::string& path,
                              const Error& error) { tell_set_aside(path, error); },
          .progress = [this](const RunReport& report, std::size_t done,
                             std::size_t all) { tell_progress(report, done, all); },
          .run = run,
          .stop = std::move(stop)};
}

void RunMonitor::log(std::string_view event, const LogFields& fields) {
  line_.say(log_line(configuration_.log, event, fields));
}

void RunMonitor::tell_set_aside(const std::string& path, const Error& error) {
  const bool for_people = configuration_.log == LogForm::text;
  if (for_people && ++told_ > kMostMessages) {
    if (told_ == kMostMessages + 1) line_.say("... and more: `diarium status` lists them all");
    return;
  }
  if (for_people) {
    line_.say(fmt::format("set aside: {}: {} ({})", path, error.message, name_of(error.code)));
    return;
  }
  log("set_aside",
      {{"path", path}, {"reason", std::string(name_of(error.code))}, {"message", error.message}});
}

void RunMonitor::tell_progress(const RunReport& report, std::size_t done, std::size_t all) {
  const auto now = std::chrono::steady_clock::now();
  line_.show(report, done, all);
  state_.files_done = done;
  state_.files_known = all;
  const double seconds = std::chrono::duration<double>(now - began_).count();
  state_.pages_per_second = report.pages_read / std::max(seconds, 0.001);
  if (now - written_ >= kWriteEvery) {
    written_ = now;
    latest_ = report;
    write_files(report);
  }
  if (configuration_.log != LogForm::text && !on_terminal() && now - logged_ >= kLogEvery) {
    logged_ = now;
    log("progress", {{"files_done", std::to_string(done)},
                     {"files_known", std::to_string(all)},
                     {"pages", std::to_string(report.pages_read)},
                     {"pages_per_second", fmt::format("{:.2f}", state_.pages_per_second)},
                     {"set_aside", std::to_string(report.set_aside())}});
  }
}

void RunMonitor::write_files(const RunReport& report) const {
  RunState state = state_;
  state.updated = std::time(nullptr);
  if (!configuration_.status_file.empty())
    write_whole_file(configuration_.status_file, status_json_of(state, report));
  if (!configuration_.metrics_file.empty())
    write_whole_file(configuration_.metrics_file, open_metrics_of(state, report));
}

void RunMonitor::finish(const RunReport& report, std::int64_t run) {
  line_.clear();
  state_.state = "finished";
  write_files(report);
  if (configuration_.log != LogForm::text) {
    log("finished", {{"files", std::to_string(report.files())},
                     {"pages", std::to_string(report.pages_read)},
                     {"set_aside", std::to_string(report.set_aside())},
                     {"left", std::to_string(report.left)},
                     {"seconds", fmt::format("{:.1f}", report.seconds)}});
  }
  if (configuration_.report_folder.empty()) return;
  std::filesystem::create_directories(configuration_.report_folder);
  const auto file = configuration_.report_folder / fmt::format("run-{:06}", run);
  write_whole_file(file.string() + ".txt", text_of(report) + details_of(report));
  write_whole_file(file.string() + ".json", json_of(report) + "\n");
}

}  // namespace diarium
