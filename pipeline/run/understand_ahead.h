#pragma once

#include <deque>
#include <future>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/run/understand.h"
#include "pipeline/store/archive.h"

namespace diarium {

/// A stored source as understood anew.
struct Understood {
  std::string source;
  std::vector<Page> pages;
  Understanding understanding;
};

/// Understands stored sources on all cores, a few ahead of the one that stores them: readings are
/// fetched by the thread that asks, which the archive belongs to.
class UnderstandAhead {
 public:
  /// `sources` by id; both references must outlive this.
  UnderstandAhead(const Archive& archive, const Understander& understander,
                  std::vector<std::string> sources);

  /// The next source, in the order given; nothing after the last.
  std::optional<Understood> next();

 private:
  void begin(const std::string& source);

  const Archive& archive_;
  const Understander& understander_;
  std::vector<std::string> sources_;
  std::size_t begun_ = 0;
  std::deque<std::future<Understood>> ahead_;
};

}  // namespace diarium
