#include "tools/diarium/progress_line.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

namespace diarium {
namespace {

constexpr const char* kWipe = "\r\033[K";

std::string clock_form(double seconds) {
  const auto whole = static_cast<long>(seconds);
  return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
}

}  // namespace

ProgressLine::ProgressLine() : on_terminal_(::isatty(STDERR_FILENO) == 1) {}

void ProgressLine::show(const RunReport& report, std::size_t done, std::size_t all) {
  if (!on_terminal_ || all == 0) return;
  const double seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - started_).count();
  const double left =
      done > 0 ? seconds / static_cast<double>(done) * static_cast<double>(all - done) : 0;
  fmt::print(stderr,
             "{}{} of {} files, {} pages ({} by OCR), {:.1f} pages/s, {} set aside, {} left", kWipe,
             done, all, report.pages_read, report.pages_recognised,
             report.pages_read / std::max(seconds, 0.001), report.quarantined + report.unreadable,
             done > 0 ? clock_form(left) : "?");
  std::fflush(stderr);
  shown_ = true;
}

void ProgressLine::say(const std::string& message) {
  clear();
  fmt::print(stderr, "{}\n", message);
}

void ProgressLine::clear() {
  if (shown_) fmt::print(stderr, "{}", kWipe);
  shown_ = false;
}

}  // namespace diarium
