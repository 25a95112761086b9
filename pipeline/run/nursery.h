#pragma once

#include <sys/types.h>

#include "pipeline/run/configuration.h"
#include "pipeline/run/descriptor.h"
#include "pipeline/run/worker.h"

namespace diarium {

/// How a worker ends that was refused memory and could do nothing about it.
inline constexpr int kWantOfMemory = 77;

/// A process that waits to be forked into workers. The process of the run grows with rules, rows
/// and words that it met, and each fork of it copies the tables of all that memory and makes it
/// fault at every page that it writes to afterwards: more than half of what a small file costs. The
/// nursery is forked once, before rules are loaded if it can be, opens nothing and reads nothing
/// foreign, so that each worker begins as clean as the one before, with nothing in its memory of
/// what the archive holds.
///
/// Workers are children of the process that made the nursery, as if it had forked them itself. The
/// nursery dies with it, and is made anew when it was killed.
class Nursery {
 public:
  /// Forks. The caller must have no other threads. Throws std::runtime_error when the system
  /// refuses.
  explicit Nursery(const Configuration& configuration);
  Nursery(const Nursery&) = delete;
  Nursery& operator=(const Nursery&) = delete;
  ~Nursery();

  /// Starts a worker (worker.h) in a sandbox (sandbox.h) that writes its frames to `output`; the
  /// process id is for waitpid. Throws std::runtime_error when the system refuses.
  pid_t start(const WorkerTask& task, int output);

  /// Its own process id.
  [[nodiscard]] pid_t process() const { return process_; }

 private:
  void open();
  void close();

  const Configuration& configuration_;
  pid_t process_ = -1;
  Descriptor line_;  // to the nursery
};

}  // namespace diarium
