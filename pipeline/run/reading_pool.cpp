#include "pipeline/run/reading_pool.h"

#include <fmt/format.h>
#include <poll.h>

#include <algorithm>
#include <cerrno>
#include <stdexcept>
#include <thread>
#include <utility>

#include "models/json.h"

namespace diarium {

ReadingPool::ReadingPool(const Configuration& configuration, Listener listener)
    : configuration_(configuration), listener_(std::move(listener)) {
  const auto cores = std::max(1U, std::thread::hardware_concurrency());
  jobs_ = configuration.jobs > 0 ? static_cast<std::size_t>(configuration.jobs) : cores;
}

void ReadingPool::add(std::size_t file, std::filesystem::path path, std::vector<int> fresh) {
  if (files_.size() <= file) files_.resize(file + 1);
  files_[file] = {path, fresh};
  tasks_.push_back({file, {std::move(path), {}, std::move(fresh)}});
}

void ReadingPool::step(std::chrono::milliseconds wait) {
  start_workers();
  wait_for_news(wait);
  kill_overdue();
  std::erase_if(workers_, [](const Running& running) { return running.process.ended(); });
}

void ReadingPool::start_workers() {
  while (workers_.size() < jobs_ && !tasks_.empty()) {
    Task task = std::move(tasks_.front());
    tasks_.pop_front();
    if (files_[task.file].ended) continue;
    std::vector<int> unanswered = task.work.pages;
    workers_.push_back(
        {task.file, WorkerProcess(std::move(task.work), configuration_), std::move(unanswered)});
  }
}

void ReadingPool::wait_for_news(std::chrono::milliseconds wait) {
  std::vector<pollfd> descriptors;
  for (const Running& running : workers_)
    descriptors.push_back({running.process.descriptor(), POLLIN, 0});
  if (::poll(descriptors.data(), descriptors.size(), static_cast<int>(wait.count())) < 0 &&
      errno != EINTR) {
    throw std::runtime_error("waiting for the workers failed");
  }
  for (std::size_t i = 0; i < descriptors.size(); ++i) {
    if (descriptors[i].revents != 0) receive(workers_[i]);
  }
}

void ReadingPool::receive(Running& running) {
  for (Frame& frame : running.process.receive()) take(running, std::move(frame));
  if (running.process.ended() && !running.finished) bury(running);
}

void ReadingPool::take(Running& running, Frame frame) {
  switch (frame.kind) {
    case FrameKind::opened:
      return take_opened(running, frame);
    case FrameKind::begun:
      return;
    case FrameKind::read:
      return take_page(running, frame);
    case FrameKind::lost: {
      Error error = error_of_payload(frame.payload);
      error.page = frame.number;
      return lose(running, std::move(error));
    }
    case FrameKind::failed:
      running.finished = true;
      return fail(running, error_of_payload(frame.payload));
    case FrameKind::finished:
      running.finished = true;
      return;
    case FrameKind::unusable:
      throw std::runtime_error(error_of_payload(frame.payload).message);
  }
}

void ReadingPool::take_opened(Running& running, const Frame& frame) {
  File& file = files_[running.file];
  if (file.pages != 0 || file.ended) return;
  file.pages = frame.number;
  listener_.opened(running.file, frame.number, frame.payload);
  std::vector<int> missing = missing_pages(file.pages, file.fresh);
  file.to_come = missing.size();
  if (missing.empty()) {
    file.ended = true;
    return listener_.done(running.file);
  }
  const auto share = static_cast<std::size_t>(configuration_.pages_per_task);
  for (std::size_t begin = share; begin < missing.size(); begin += share) {
    const auto first = missing.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto last =
        missing.begin() + static_cast<std::ptrdiff_t>(std::min(begin + share, missing.size()));
    // In front: a long file that was begun is finished before the next is.
    tasks_.push_front({running.file, {file.path, {first, last}, {}}});
  }
  missing.resize(std::min(missing.size(), share));
  running.unanswered = std::move(missing);
}

void ReadingPool::take_page(Running& running, const Frame& frame) {
  const auto times = times_of_payload(frame.payload);
  Result<Page> page = decode_page(page_of_payload(frame.payload));
  if (!times || !page || page->number != frame.number) {
    return lose(running, {ErrorCode::internal, "the worker's page is broken", {}, frame.number});
  }
  if (std::find(running.unanswered.begin(), running.unanswered.end(), frame.number) ==
      running.unanswered.end())
    return;
  listener_.read(running.file, std::move(*page), *times);
  answer(running, frame.number);
}

void ReadingPool::lose(Running& running, Error error) {
  if (std::find(running.unanswered.begin(), running.unanswered.end(), error.page) ==
      running.unanswered.end())
    return;
  const int page = error.page;
  listener_.lost(running.file, error);
  answer(running, page);
}

void ReadingPool::answer(Running& running, int page) {
  std::erase(running.unanswered, page);
  File& file = files_[running.file];
  if (file.ended || --file.to_come > 0) return;
  file.ended = true;
  listener_.done(running.file);
}

void ReadingPool::fail(Running& running, const Error& error) {
  File& file = files_[running.file];
  if (file.ended) return;
  file.ended = true;
  listener_.failed(running.file, error);
}

void ReadingPool::bury(Running& running) {
  Error cause = running.process.cause_of_death();
  if (running.overdue) {
    cause.code = ErrorCode::timeout;
    cause.message =
        fmt::format("took longer than {} seconds (page_seconds)", configuration_.page_seconds);
  }
  // Between two pages the next one is to blame, so that no range is tried for ever.
  if (cause.page == 0 && !running.unanswered.empty()) cause.page = running.unanswered.front();
  if (cause.page == 0) return fail(running, cause);
  lose(running, cause);
  if (!running.unanswered.empty()) {
    tasks_.push_front({running.file, {files_[running.file].path, running.unanswered, {}}});
  }
}

void ReadingPool::kill_overdue() {
  const auto now = WorkerProcess::Clock::now();
  for (Running& running : workers_) {
    if (running.process.ended() || running.overdue) continue;
    if (now - running.process.working_since() < std::chrono::seconds(configuration_.page_seconds))
      continue;
    running.overdue = true;
    running.process.kill();
  }
}

}  // namespace diarium
