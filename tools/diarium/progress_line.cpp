#include "tools/diarium/progress_line.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace diarium {
namespace {

constexpr const char* kWipe = "\r\033[K";

std::string clock_form(double seconds) {
  const auto whole = static_cast<long>(seconds);
  return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
}

/// "; set aside: 2 damaged, 1 timeout"
std::string reasons_of(const RunReport& report) {
  std::string out;
  for (const auto& [reason, count] : report.reasons)
    out += fmt::format("{}{} {}", out.empty() ? "; set aside: " : ", ", count, reason);
  return out;
}

/// "Now" is the time that so many seconds cover.
constexpr auto kNow = std::chrono::seconds(10);

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
  const double left =
      done > 0 ? seconds / static_cast<double>(done) * static_cast<double>(all - done) : 0;
  fmt::print(stderr,
             "{}{} of {} files, {} pages ({} by OCR), {:.1f} pages/s ({:.1f} overall), {} left{}",
             kWipe, done, all, report.pages_read, report.pages_recognised,
             pages_per_second_now(report.pages_read), report.pages_read / std::max(seconds, 0.001),
             done > 0 ? clock_form(left) : "?", reasons_of(report));
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
