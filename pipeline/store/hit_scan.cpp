#include "pipeline/store/hit_scan.h"

#include <utility>

namespace diarium {

bool HitScan::take(std::int64_t id, double rank) noexcept {
  try {
    return take(id, rank, wanted_.facts == nullptr ? PassageFacts{} : wanted_.facts->facts_of(id));
  } catch (...) {
    failure_ = std::current_exception();
    return false;
  }
}

void HitScan::check() const {
  if (failure_) std::rethrow_exception(failure_);
}

bool HitScan::take(std::int64_t id, double rank, const PassageFacts& facts) {
  ++total_;
  ++by_tier_.at(static_cast<std::size_t>(tier_of_rank(rank)));
  last_ = {.id = id, .rank = rank};
  if (wanted_.sort == SortOrder::date) last_.day = facts.day;
  if (wanted_.facets) facets_.add(facts);
  return (!wanted_.after || comes_before(*wanted_.after, last_)) && best_.wants(last_);
}

void HitScan::put_places(std::string places) {
  last_.places = std::move(places);
  best_.add(last_);
}

}  // namespace diarium
