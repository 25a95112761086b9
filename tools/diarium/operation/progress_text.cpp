#include "tools/diarium/operation/progress_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace diarium {
namespace {

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

}  // namespace

std::string progress_text(const RunReport& report, std::size_t done, std::size_t all,
                          const Pace& pace, std::size_t columns) {
  const double left = done > 0 ? pace.seconds / static_cast<double>(done) *
                                     static_cast<double>(all - std::min(done, all))
                               : 0;
  std::string line = fmt::format(
      "{} of {} files, {} pages ({} by OCR), {:.1f} pages/s ({:.1f} overall), {} left{}", done, all,
      report.pages_read, report.pages_recognised, pace.pages_a_second,
      report.pages_read / std::max(pace.seconds, 0.001), done > 0 ? clock_form(left) : "?",
      reasons_of(report));
  // Terminals wrap when the last column is written.
  if (columns > 1 && line.size() >= columns) line.resize(columns - 1);
  return line;
}

}  // namespace diarium
