#pragma once

#include <set>
#include <string>

#include "pipeline/store/archive.h"

namespace diarium {

/// The sources that a run is at work on. A claim that is committed before the work begins tells the
/// next run, when this one is brought down, what may have done it. A run that ends in good order,
/// or for a reason of the environment, gives its claims back. `archive` must outlive it.
class Claims {
 public:
  explicit Claims(Archive& archive) : archive_(archive) {}
  Claims(const Claims&) = delete;
  Claims& operator=(const Claims&) = delete;
  /// Gives back what is still held, outside of any transaction; what the disk refuses stays.
  ~Claims();

  /// Counts an attempt. The caller commits before the work begins.
  void take(const std::string& source);
  /// The work on it came to an end of its own.
  void end(const std::string& source) { held_.erase(source); }
  /// The work on it is left to another run.
  void give_back(const std::string& source);

 private:
  Archive& archive_;
  std::set<std::string> held_;
};

}  // namespace diarium
