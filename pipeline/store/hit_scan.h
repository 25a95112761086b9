#pragma once

#include <array>
#include <cstdint>
#include <exception>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/store/facets.h"
#include "pipeline/store/fact_blocks.h"
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
    FactReader* facts = nullptr;  ///< for hits by words, where their day or facets are wanted
  };
  explicit HitScan(Wanted wanted) : wanted_(std::move(wanted)), best_(wanted_.places) {}

  bool take(std::int64_t id, double rank) noexcept override;
  /// One whose facts are known.
  bool take(std::int64_t id, double rank, const PassageFacts& facts);
  void put_places(std::string places) override;

  /// Throws what went wrong with the facts of a hit. To be asked in the end.
  void check() const;
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
  std::exception_ptr failure_;
};

}  // namespace diarium
