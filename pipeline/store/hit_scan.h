#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "pipeline/store/facets.h"
#include "pipeline/store/hits.h"
#include "pipeline/store/ranking.h"
#include "pipeline/store/search.h"

namespace diarium {

/// Takes all hits of a search in one pass: counts them, and keeps the best.
class HitScan : public HitSink {
 public:
  struct Wanted {
    std::size_t places = 0;         ///< how many of the best
    std::optional<HitPlace> after;  ///< only those behind this one
    SortOrder sort = SortOrder::relevance;
    bool facets = false;
  };
  explicit HitScan(Wanted wanted) : wanted_(std::move(wanted)), best_(wanted_.places) {}

  /// `facts` are kind, type, body and day of passage_fact, or none where they are not needed.
  bool take(std::int64_t id, double rank, std::span<const std::int64_t> facts) override;
  void put_places(std::string places) override;

  [[nodiscard]] std::vector<HitPlace> best() const { return best_.sorted(); }
  [[nodiscard]] std::int64_t total() const { return total_; }
  [[nodiscard]] const std::array<std::int64_t, kTiers>& by_tier() const { return by_tier_; }
  [[nodiscard]] const FacetCounter& facets() const { return facets_; }

 private:
  Wanted wanted_;
  BestPlaces best_;
  HitPlace last_;  // taken, its places to come
  std::int64_t total_ = 0;
  std::array<std::int64_t, kTiers> by_tier_{};
  FacetCounter facets_;
};

}  // namespace diarium
