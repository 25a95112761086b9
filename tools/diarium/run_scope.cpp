#include "tools/diarium/run_scope.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <pwd.h>
#include <unistd.h>

#include <csignal>
#include <ctime>
#include <stdexcept>

#include "pipeline/run/priority.h"
#include "pipeline/run/version.h"
#include "pipeline/store/audit.h"
#include "tools/diarium/operation/time_window.h"

namespace diarium {
namespace {

volatile std::sig_atomic_t interrupted = 0;
std::time_t end_of_window = 0;

/// The first signal ends the run in good order, the second at once.
void want_stop(int number) {
  interrupted = 1;
  std::signal(number, SIG_DFL);
}

std::time_t end_of(const Arguments& arguments) {
  if (arguments.until.empty()) return 0;
  const auto end = next_time_of_day(arguments.until, std::time(nullptr));
  if (!end)
    throw WrongUsage(
        fmt::format("--until wants a time of day such as 06:00, not {}", arguments.until));
  return *end;
}

std::string user() {
  const passwd* const entry = ::getpwuid(::getuid());  // NOLINT(concurrency-mt-unsafe)
  return fmt::format("{} (uid {})", entry != nullptr ? entry->pw_name : "?", ::getuid());
}

}  // namespace

bool stop_is_wanted() {
  return was_interrupted() || (end_of_window != 0 && std::time(nullptr) >= end_of_window);
}

bool was_interrupted() {
  return interrupted != 0;
}

std::string now_in_words() {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr)));
}

RunScope::RunScope(const Arguments& arguments)
    : lock_(arguments.configuration.database),
      archive_(Archive::open(arguments.configuration.database)) {
  end_of_window = end_of(arguments);
  std::signal(SIGINT, want_stop);
  std::signal(SIGTERM, want_stop);
  step_back(arguments.configuration);
}

RunScope::~RunScope() = default;

void RunScope::tell_audit(const std::string& act, const std::string& detail) {
  add_to_audit(
      archive_,
      {.at = now_in_words(), .who = user(), .act = act, .version = kVersion, .detail = detail});
}

}  // namespace diarium
