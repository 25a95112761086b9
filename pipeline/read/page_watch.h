#pragma once

namespace diarium {

/// The CPU time that this thread has spent since the watch was made, against a limit. Few bytes can
/// ask for drawing without end.
class PageWatch {
 public:
  explicit PageWatch(double seconds);
  [[nodiscard]] bool is_over() const;

 private:
  double end_;
};

}  // namespace diarium
