#include "pipeline/run/understand_ahead.h"

#include <algorithm>
#include <thread>
#include <utility>

namespace diarium {

UnderstandAhead::UnderstandAhead(const Archive& archive, const Understander& understander,
                                 std::vector<std::string> sources)
    : archive_(archive), understander_(understander), sources_(std::move(sources)) {}

void UnderstandAhead::begin(const std::string& source) {
  const auto paths = archive_.paths_of(source);
  ahead_.push_back(std::async(
      std::launch::async,
      [&understander = understander_, source, path = paths.empty() ? source : paths.front().display,
       stored = archive_.stored_readings(source)] {
        Understood work{.source = source, .pages = stored.decoded().pages, .understanding = {}};
        work.understanding = understander.understand(work.pages, work.source, path);
        return work;
      }));
}

std::optional<Understood> UnderstandAhead::next() {
  const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
  while (begun_ < sources_.size() && ahead_.size() <= cores) begin(sources_[begun_++]);
  if (ahead_.empty()) return std::nullopt;
  std::optional<Understood> understood = ahead_.front().get();
  ahead_.pop_front();
  return understood;
}

}  // namespace diarium
