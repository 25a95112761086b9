#include "pipeline/run/canary.h"

#include <fmt/format.h>
#include <poll.h>

#include <chrono>
#include <optional>
#include <stdexcept>
#include <string>

#include "models/json.h"
#include "pipeline/run/worker_process.h"
#include "run_canary.h"

namespace diarium {
namespace {

constexpr std::string_view kPrinted = "Kanariefågeln sjunger i Almvik";
constexpr int kMostAttempts = 3;
constexpr std::chrono::minutes kPatience(2);
constexpr int kPages = 2;  // text, and the same as a scan

[[noreturn]] void end_run(std::string_view what) {
  throw std::runtime_error(fmt::format(
      "the canary page was not read as it should be, so no file of the archive is: {}; `diarium "
      "doctor` looks for the reason",
      what));
}

void check_page(const Frame& frame, const Configuration& configuration) {
  const bool unread = frame.number == kPages && configuration.ocr == OcrChoice::never;
  const Result<Page> page = decode_page(page_of_payload(frame.payload));
  if (!page) end_run(page.error().message);
  const std::string text = text_of(*page);
  if (!unread && text.find(kPrinted) == std::string::npos) {
    end_run(fmt::format("page {} says \"{}\" instead of \"{}\"", frame.number, text.substr(0, 100),
                        kPrinted));
  }
}

void hear(const Frame& frame, const Configuration& configuration) {
  switch (frame.kind) {
    case FrameKind::read:
      return check_page(frame, configuration);
    case FrameKind::unusable:
      throw std::runtime_error(error_of_payload(frame.payload).message);
    case FrameKind::failed:
    case FrameKind::lost:
      end_run(error_of_payload(frame.payload).message);
    default:
      return;
  }
}

/// Why the worker died, if it did.
std::optional<Error> death_of_a_canary(const Configuration& configuration, Nursery& nursery) {
  WorkerProcess worker({.pages = {1, 2}, .built_in = std::string(run_canary().front().content)},
                       nursery);
  const auto end = WorkerProcess::Clock::now() + kPatience;
  bool finished = false;
  while (!worker.ended()) {
    if (WorkerProcess::Clock::now() > end) end_run("it took longer than two minutes");
    pollfd news{worker.descriptor(), POLLIN, 0};
    ::poll(&news, 1, 100);
    for (const Frame& frame : worker.receive()) {
      hear(frame, configuration);
      finished = finished || frame.kind == FrameKind::finished;
    }
  }
  if (finished) return std::nullopt;
  return worker.cause_of_death();
}

}  // namespace

void prove_by_canary(const Configuration& configuration, Nursery& nursery) {
  std::optional<Error> death;
  // A worker can be killed by others' hunger for memory.
  for (int attempt = 0; attempt < kMostAttempts; ++attempt) {
    death = death_of_a_canary(configuration, nursery);
    if (!death) return;
  }
  end_run(death->message);
}

}  // namespace diarium
