#include "tools/diarium/progress_line.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

#include "tools/diarium/operation/progress_text.h"

namespace diarium {
namespace {

constexpr const char* kWipe = "\r\033[K";

/// "Now" is the time that so many seconds cover.
constexpr auto kNow = std::chrono::seconds(10);

/// Asked each time: windows change their size. 0 = unknown.
std::size_t columns_of_terminal() {
  winsize size{};
  return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

}  // namespace

ProgressLine::ProgressLine() : on_terminal_(::isatty(STDERR_FILENO) == 1) {}

double ProgressLine::pages_per_second_now(int pages) {
  const auto now = Clock::now();
  latest_.push_back({now, pages});
  while (latest_.size() > 2 && now - latest_.front().at > kNow) latest_.pop_front();
  const double seconds = std::chrono::duration<double>(now - latest_.front().at).count();
  return (pages - latest_.front().pages) / std::max(seconds, 0.001);
}

void ProgressLine::show(const RunReport& report, std::size_t done, std::size_t all) {
  if (!on_terminal_ || all == 0) return;
  const double seconds = std::chrono::duration<double>(Clock::now() - started_).count();
  fmt::print(stderr, "{}{}", kWipe,
             progress_text(report, done, all, {seconds, pages_per_second_now(report.pages_read)},
                           columns_of_terminal()));
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
