#include "pipeline/run/painting.h"

#include <fmt/format.h>
#include <poll.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <stdexcept>
#include <utility>
#include <vector>

#include "pipeline/run/worker_process.h"

namespace diarium {
namespace {

constexpr int kPatience = 10;  // times as long by the clock, where others want the processor
constexpr int kMostPixels = 32'767;

/// Paints the pages of one file, a worker after another.
class Painter {
 public:
  Painter(const PagesToPaint& pages, const Configuration& configuration,
          const std::function<void(int page, const PageJpeg& picture)>& take)
      : pages_(pages), configuration_(configuration), take_(take), nursery_(configuration) {
    for (const auto& [page, rotation] : pages.rotation) to_come_.push_back(page);
  }

  int paint() {
    while (!to_come_.empty()) paint_some();
    return painted_;
  }

 private:
  /// What one worker is given; it takes at least one page off the list.
  void paint_some() {
    WorkerTask task{.file = pages_.file, .sha256 = pages_.sha256};
    const auto share = static_cast<std::size_t>(configuration_.pages_per_task);
    task.pages.assign(to_come_.begin(), to_come_.begin() + static_cast<std::ptrdiff_t>(
                                                               std::min(share, to_come_.size())));
    for (const int page : task.pages) task.painted[page] = pages_.rotation.at(page);
    const int first = task.pages.front();
    WorkerProcess worker(std::move(task), nursery_);
    bool finished = false;
    while (!worker.ended()) {
      constexpr int kMilliseconds = 100;
      pollfd news{worker.descriptor(), POLLIN, 0};
      ::poll(&news, 1, kMilliseconds);
      if (is_overdue(worker)) worker.kill();
      for (const Frame& frame : worker.receive()) finished = hear(frame) || finished;
    }
    if (finished) return;
    const int page = worker.page_in_work();
    std::erase(to_come_, page > 0 ? page : first);  // it died of it
  }

  [[nodiscard]] bool is_overdue(const WorkerProcess& worker) const {
    const std::chrono::seconds allowed(configuration_.page_seconds);
    const auto [processor, clock] = worker.taken();
    return processor >= allowed || clock >= allowed * kPatience;
  }

  /// Whether it is the worker's last word.
  bool hear(const Frame& frame) {
    switch (frame.kind) {
      case FrameKind::read:
        if (const auto picture = picture_of_payload(frame.payload); picture && is_to_come(frame)) {
          take_(frame.number, *picture);
          ++painted_;
        }
        [[fallthrough]];
      case FrameKind::lost:
        std::erase(to_come_, frame.number);
        return false;
      case FrameKind::failed:
        to_come_.clear();
        return true;
      case FrameKind::unusable:
        throw std::runtime_error(error_of_payload(frame.payload).message);
      case FrameKind::finished:
        return true;
      default:
        return false;
    }
  }

  [[nodiscard]] bool is_to_come(const Frame& frame) const {
    return std::find(to_come_.begin(), to_come_.end(), frame.number) != to_come_.end();
  }

  const PagesToPaint& pages_;
  const Configuration& configuration_;
  const std::function<void(int page, const PageJpeg& picture)>& take_;
  Nursery nursery_;
  std::vector<int> to_come_;
  int painted_ = 0;
};

}  // namespace

std::string payload_of(const PageJpeg& picture) {
  return fmt::format("{} {}\n", picture.width, picture.height) + picture.bytes;
}

std::optional<PageJpeg> picture_of_payload(std::string_view payload) {
  PageJpeg picture;
  const char* const end = payload.data() + payload.size();
  const auto [blank, no_width] = std::from_chars(payload.data(), end, picture.width);
  if (no_width != std::errc() || blank == end || *blank != ' ') return std::nullopt;
  const auto [line, no_height] = std::from_chars(blank + 1, end, picture.height);
  if (no_height != std::errc() || line == end || *line != '\n') return std::nullopt;
  picture.bytes.assign(line + 1, end);
  const auto fits = [](int pixels) { return pixels > 0 && pixels <= kMostPixels; };
  const bool is_jpeg =
      picture.bytes.starts_with("\xFF\xD8\xFF") && picture.bytes.ends_with("\xFF\xD9");
  if (!fits(picture.width) || !fits(picture.height) || !is_jpeg) return std::nullopt;
  return picture;
}

int paint_pages(const PagesToPaint& pages, const Configuration& configuration,
                const std::function<void(int page, const PageJpeg& picture)>& take) {
  return Painter(pages, configuration, take).paint();
}

}  // namespace diarium
