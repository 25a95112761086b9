#pragma once

#include "pipeline/run/frames.h"

namespace diarium {

/// What a worker may say, and in which order: opened or failed; then, page by page in ascending
/// order, begun and its answer; finished at the end. A worker that read hostile bytes may say
/// anything, so its parent believes nothing that doesn't fit.
class Conversation {
 public:
  /// Whether `frame` may come now. After a false one nothing more may.
  bool allows(const Frame& frame);
  /// The page begun and not yet answered; 0 for none.
  [[nodiscard]] int page_in_work() const { return page_; }

 private:
  bool allows_opened(const Frame& frame);
  bool allows_begun(const Frame& frame);
  bool allows_answer(const Frame& frame);

  int pages_ = 0;  // 0 until opened
  int last_ = 0;   // page that was answered last
  int page_ = 0;
  bool ended_ = false;
};

}  // namespace diarium
