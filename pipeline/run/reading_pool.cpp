#include "pipeline/run/reading_pool.h"

#include <fmt/format.h>
#include <poll.h>

#include <algorithm>
#include <cerrno>
#include <set>
#include <stdexcept>
#include <thread>
#include <utility>

#include "models/json.h"
#include "pipeline/run/canary.h"

namespace diarium {
namespace {

constexpr int kMostTimeouts = 2;  // of one page: it costs as much every time
constexpr int kMostDeaths = 3;
/// Where others want the processor, too, a page may take so many times as long by the clock.
constexpr int kPatience = 10;
// The breaker looks at so many workers that ended last.
constexpr std::size_t kLatest = 50;
constexpr std::size_t kSuspiciousDeaths = 10;
constexpr std::size_t kFatalDeaths = 40;

}  // namespace

ReadingPool::ReadingPool(const Configuration& configuration, Listener listener, Nursery* nursery)
    : configuration_(configuration),
      nursery_(nursery != nullptr ? *nursery : own_nursery_.emplace(configuration)),
      listener_(std::move(listener)) {
  const auto cores = std::max(1U, std::thread::hardware_concurrency());
  jobs_ = configuration.jobs > 0 ? static_cast<std::size_t>(configuration.jobs) : cores;
}

void ReadingPool::add(std::size_t file, std::filesystem::path path, std::vector<int> fresh,
                      std::string sha256) {
  if (files_.size() <= file) files_.resize(file + 1);
  files_[file].whole = {
      .file = std::move(path), .fresh = std::move(fresh), .sha256 = std::move(sha256)};
  tasks_.push_back({file, files_[file].whole});
}

/// The work on some pages of a file that was opened before.
WorkerTask ReadingPool::part_of(std::size_t file, std::vector<int> pages) const {
  const WorkerTask& whole = files_[file].whole;
  return {.file = whole.file, .pages = std::move(pages), .sha256 = whole.sha256};
}

void ReadingPool::step(std::chrono::milliseconds wait) {
  start_workers();
  wait_for_news(wait);
  kill_overdue();
  std::erase_if(workers_, [](const Running& running) { return running.process.ended(); });
  end_overdue_files();
}

void ReadingPool::start_workers() {
  while (workers_.size() < jobs_ && !tasks_.empty()) {
    Task task = std::move(tasks_.front());
    tasks_.pop_front();
    start(std::move(task));
  }
  if (workers_.empty() && !suspects_.empty()) {
    Task task = std::move(suspects_.front());
    suspects_.pop_front();
    start(std::move(task));
  }
}

void ReadingPool::start(Task task) {
  File& file = files_[task.file];
  if (file.ended) return;
  if (!std::exchange(proved_, true)) prove_by_canary(configuration_, nursery_);
  if (!file.begun) {
    file.begun = WorkerProcess::Clock::now();
    listener_.starting(task.file);
  }
  std::chrono::seconds allowed(configuration_.page_seconds);
  if (task.in_half_the_time) allowed = std::max(allowed / 2, std::chrono::seconds(1));
  std::vector<int> unanswered = task.work.pages;
  workers_.push_back(
      {task.file, WorkerProcess(std::move(task.work), nursery_), std::move(unanswered), allowed});
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
  if (!running.process.ended()) return;
  count_end(!running.finished);
  if (!running.finished) bury(running);
}

void ReadingPool::take(Running& running, Frame frame) {
  switch (frame.kind) {
    case FrameKind::opened:
      return take_opened(running, frame);
    case FrameKind::begun:
    case FrameKind::forbidden:  // its process keeps that for the cause of its death
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
  if (frame.number > configuration_.limits.pages) {  // a reader would have refused the file
    running.process.kill();
    return fail(running, {ErrorCode::crashed, "the worker tells of more pages than it may"});
  }
  file.pages = frame.number;
  listener_.opened(running.file, frame.number, frame.payload);
  std::vector<int> missing = missing_pages(file.pages, file.whole.fresh);
  file.to_come = missing.size();
  if (missing.empty()) {
    end(file);
    return listener_.done(running.file);
  }
  const auto share = static_cast<std::size_t>(configuration_.pages_per_task);
  for (std::size_t begin = share; begin < missing.size(); begin += share) {
    const auto first = missing.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto last =
        missing.begin() + static_cast<std::ptrdiff_t>(std::min(begin + share, missing.size()));
    // In front: a long file that was begun is finished before the next is.
    tasks_.push_front({running.file, part_of(running.file, {first, last})});
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
  end(file);
  listener_.done(running.file);
}

/// What is not needed any more is given back: a run has very many files.
void ReadingPool::end(File& file) {
  file.ended = true;
  file.whole = {};
  file.deaths.clear();
}

void ReadingPool::fail(Running& running, const Error& error) {
  File& file = files_[running.file];
  if (file.ended) return;
  end(file);
  listener_.failed(running.file, error);
}

Error ReadingPool::cause_of(Running& running) const {
  Error cause = running.process.cause_of_death();
  if (running.overdue) {
    cause.code = ErrorCode::timeout;
    cause.message = fmt::format(
        "took longer than {} seconds of processor time, or {} by the clock "
        "(page_seconds)",
        running.allowed.count(), running.allowed.count() * kPatience);
  }
  // Between two pages the next one is to blame, so that no range is tried for ever.
  if (cause.page == 0 && !running.unanswered.empty()) cause.page = running.unanswered.front();
  return cause;
}

/// A worker can be killed by others' hunger for memory, or by hand: that must cost no page.
bool ReadingPool::gets_another_try(std::size_t file, const Error& cause) {
  if (cause.code == ErrorCode::forbidden) return false;
  const int most = cause.code == ErrorCode::timeout ? kMostTimeouts : kMostDeaths;
  return ++files_[file].deaths[cause.page] < most;
}

void ReadingPool::bury(Running& running) {
  const Error cause = cause_of(running);
  const bool again = gets_another_try(running.file, cause);
  if (cause.page == 0) {
    if (!again) return fail(running, cause);
    suspects_.push_back({running.file, files_[running.file].whole, true});
    return;
  }
  std::vector<int> others = running.unanswered;
  std::erase(others, cause.page);
  if (!others.empty()) tasks_.push_front({running.file, part_of(running.file, std::move(others))});
  if (again) {
    suspects_.push_back({running.file, part_of(running.file, {cause.page}), true});
  } else {
    lose(running, cause);
  }
}

/// The breaker: one bad file kills its worker, a broken machine kills them all.
void ReadingPool::count_end(bool died) {
  ends_.push_back(died);
  if (ends_.size() > kLatest) ends_.pop_front();
  const auto deaths = static_cast<std::size_t>(std::count(ends_.begin(), ends_.end(), true));
  if (deaths >= kFatalDeaths) {
    throw std::runtime_error(
        fmt::format("{} of the latest {} workers died; the run ends before more is set aside for "
                    "it, and `diarium doctor` looks for the reason",
                    deaths, ends_.size()));
  }
  if (died && deaths % kSuspiciousDeaths == 0) proved_ = false;
}

void ReadingPool::kill_overdue() {
  for (Running& running : workers_) {
    if (running.process.ended() || running.overdue) continue;
    const auto [processor, clock] = running.process.taken();
    if (processor < running.allowed && clock < running.allowed * kPatience) continue;
    running.overdue = true;
    running.process.kill();
  }
}

void ReadingPool::end_overdue_files() {
  const auto allowed = std::chrono::seconds(configuration_.file_seconds);
  const auto now = WorkerProcess::Clock::now();
  for (const Running& running : workers_) {
    const File& file = files_[running.file];
    if (!file.ended && now - *file.begun > allowed) return give_up(running.file);
  }
}

/// Ends the work on a file that takes too long as a whole; what was read of it stays.
void ReadingPool::give_up(std::size_t number) {
  std::set<int> pages;
  const auto gather = [&](std::deque<Task>& tasks) {
    for (const Task& task : tasks) {
      if (task.file == number) pages.insert(task.work.pages.begin(), task.work.pages.end());
    }
    std::erase_if(tasks, [number](const Task& task) { return task.file == number; });
  };
  gather(tasks_);
  gather(suspects_);
  for (const Running& running : workers_) {
    if (running.file == number) pages.insert(running.unanswered.begin(), running.unanswered.end());
  }
  std::erase_if(workers_, [number](const Running& running) { return running.file == number; });
  File& file = files_[number];
  end(file);
  Error cause{ErrorCode::timeout, fmt::format("the file took longer than {} seconds (file_seconds)",
                                              configuration_.file_seconds)};
  if (file.pages == 0) return listener_.failed(number, cause);
  for (const int page : pages) {
    cause.page = page;
    listener_.lost(number, cause);
  }
  listener_.done(number);
}

}  // namespace diarium
