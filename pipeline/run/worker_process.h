#pragma once

#include <sys/types.h>

#include <chrono>
#include <string>
#include <vector>

#include "models/error.h"
#include "pipeline/run/conversation.h"
#include "pipeline/run/descriptor.h"
#include "pipeline/run/frames.h"
#include "pipeline/run/nursery.h"
#include "pipeline/run/worker.h"

namespace diarium {

/// A worker as its parent sees it: a child process in a sandbox (sandbox.h), and a pipe of frames.
///  Killed when it goes out of scope, and by the kernel when the parent dies.
class WorkerProcess {
 public:
  using Clock = std::chrono::steady_clock;

  /// Throws std::runtime_error when the system refuses.
  WorkerProcess(WorkerTask task, Nursery& nursery);
  WorkerProcess(WorkerProcess&& other) noexcept;
  WorkerProcess& operator=(WorkerProcess&& other) noexcept;
  ~WorkerProcess();

  [[nodiscard]] const WorkerTask& task() const { return task_; }
  /// Readable when frames wait, or the worker ended.
  [[nodiscard]] int descriptor() const { return pipe_.number(); }
  /// How long the page in work, or the opening of the file, has taken: of the processor, and by the
  /// clock.
  struct Taken {
    std::chrono::nanoseconds processor;
    Clock::duration clock;
  };
  [[nodiscard]] Taken taken() const;
  /// The page begun and not yet answered; 0 for none.
  [[nodiscard]] int page_in_work() const { return conversation_.page_in_work(); }

  /// Takes what waits in the pipe. After the last frame `ended` is true. Frames that don't fit the
  /// order of things end the worker.
  std::vector<Frame> receive();
  [[nodiscard]] bool ended() const { return ended_; }

  void kill();
  /// How a worker died that ended without a last frame; nothing to be called before `ended`.
  [[nodiscard]] Error cause_of_death();

 private:
  void read_pipe();
  [[nodiscard]] std::chrono::nanoseconds processor_time() const;

  WorkerTask task_;
  pid_t pid_ = -1;
  Descriptor pipe_;
  int forbidden_call_ = -1;
  bool out_of_order_ = false;
  bool ended_ = false;
  Clock::time_point since_ = Clock::now();
  std::chrono::nanoseconds processor_then_{0};  // at `since_`
  FrameParser parser_;
  Conversation conversation_;
};

}  // namespace diarium
