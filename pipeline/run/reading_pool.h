#pragma once

#include <chrono>
#include <cstddef>
#include <deque>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "models/error.h"
#include "models/page.h"
#include "pipeline/run/configuration.h"
#include "pipeline/run/frames.h"
#include "pipeline/run/nursery.h"
#include "pipeline/run/worker_process.h"

namespace diarium {

/// Reads files with several worker processes, in ranges of pages, and tells what came of each page.
/// A page on which a worker dies or takes too long is tried again when all else is done, alone and
/// in half the time, and then lost; the rest of its range goes to a new worker at once. When many
/// workers die the canary is read anew, and the run ends if it isn't as it should be.
class ReadingPool {
 public:
  /// What is told, for the number that `add` was given. After `failed` or `done` no more comes for
  /// it.
  struct Listener {
    std::function<void(std::size_t file)> starting;  ///< before the first worker on it
    std::function<void(std::size_t file, int pages, const std::string& media_type)> opened;
    std::function<void(std::size_t file, Page page, const PageTimes& times)> read;
    std::function<void(std::size_t file, const Error& error)> lost;  ///< error.page says which
    std::function<void(std::size_t file, const Error& error)>
        failed;                                  ///< nothing of it can be read
    std::function<void(std::size_t file)> done;  ///< every page was read or lost
  };

  /// Workers come from `nursery`, which must live as long; without one from one of its own.
  ReadingPool(const Configuration& configuration, Listener listener, Nursery* nursery = nullptr);

  /// Queues a file; `fresh` are pages (ascending) that need no reading, `sha256` is what its bytes
  /// must have (empty = any).
  void add(std::size_t file, std::filesystem::path path, std::vector<int> fresh,
           std::string sha256 = {});

  [[nodiscard]] bool idle() const {
    return workers_.empty() && tasks_.empty() && suspects_.empty();
  }
  /// Files and ranges of pages that wait for a worker.
  [[nodiscard]] std::size_t waiting() const { return tasks_.size(); }

  /// Starts workers, waits for news at most so long, and tells it. Throws std::runtime_error when
  /// the environment is broken (a missing OCR model, no more processes).
  void step(std::chrono::milliseconds wait);

 private:
  struct File {
    WorkerTask whole;           ///< path, fresh pages, sha256
    std::map<int, int> deaths;  ///< of workers, by page; 0 = before the file was open
    std::optional<WorkerProcess::Clock::time_point> begun;
    int pages = 0;            ///< 0 until opened
    std::size_t to_come = 0;  ///< pages not yet read or lost
    bool ended = false;
  };
  struct Task {
    std::size_t file;
    WorkerTask work;
    bool in_half_the_time = false;
  };
  struct Running {
    std::size_t file;
    WorkerProcess process;
    std::vector<int> unanswered;   ///< pages of its range, once known
    std::chrono::seconds allowed;  ///< for each page
    bool overdue = false;
    bool finished = false;  ///< said its last word
  };

  void start_workers();
  void start(Task task);
  [[nodiscard]] WorkerTask part_of(std::size_t file, std::vector<int> pages) const;
  void wait_for_news(std::chrono::milliseconds wait);
  void receive(Running& running);
  void take(Running& running, Frame frame);
  void take_opened(Running& running, const Frame& frame);
  void take_page(Running& running, const Frame& frame);
  void lose(Running& running, Error error);
  void fail(Running& running, const Error& error);
  void bury(Running& running);
  Error cause_of(Running& running) const;
  bool gets_another_try(std::size_t file, const Error& cause);
  void count_end(bool died);
  void answer(Running& running, int page);
  void kill_overdue();
  void end_overdue_files();
  void give_up(std::size_t file);
  static void end(File& file);

  const Configuration& configuration_;
  std::optional<Nursery> own_nursery_;
  Nursery& nursery_;
  Listener listener_;
  std::size_t jobs_;
  std::deque<File> files_;  // by the number that `add` was given
  std::deque<Task> tasks_;
  std::deque<Task> suspects_;  // on which a worker died
  std::deque<bool> ends_;      // of the latest workers: whether they died
  bool proved_ = false;        // by the canary
  std::vector<Running> workers_;
};

}  // namespace diarium
