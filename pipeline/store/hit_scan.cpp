#include "pipeline/store/hit_scan.h"

#include <utility>

namespace diarium {

bool HitScan::take(std::int64_t id, double rank, std::span<const std::int64_t> facts) {
  constexpr std::size_t kFacts = 4;
  ++total_;
  ++by_tier_.at(static_cast<std::size_t>(tier_of_rank(rank)));
  last_ = {.id = id, .rank = rank};
  if (facts.size() == kFacts) {
    if (wanted_.sort == SortOrder::date) last_.day = facts[3];
    if (wanted_.facets) facets_.add(facts[0], facts[1], facts[2], facts[3]);
  }
  return (!wanted_.after || comes_before(*wanted_.after, last_)) && best_.wants(last_);
}

void HitScan::put_places(std::string places) {
  last_.places = std::move(places);
  best_.add(last_);
}

}  // namespace diarium
