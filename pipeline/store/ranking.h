#pragma once

#include <cmath>
#include <cstdint>
#include <string>

struct fts5_api;

namespace diarium {

inline constexpr int kTiers = 4;
inline constexpr double kTierStep = 1'000;  // far above any score within a tier

/// The tier that a rank of `hit_rank` tells: 0 strict, 1 compound, 2 restored, 3 fuzzy.
inline int tier_of_rank(double rank) {
  return kTiers - 1 - static_cast<int>(std::floor(rank / kTierStep));
}
/// What a rank tells within its tier.
inline double score_of_rank(double rank) {
  return rank - kTierStep * std::floor(rank / kTierStep);
}

/// Takes the hits of one pass over the index.
class HitSink {
 public:
  virtual ~HitSink() = default;
  /// A hit and its rank. Whether it is kept: then its places follow. SQLite calls it: it must not
  /// throw.
  virtual bool take(std::int64_t id, double rank) noexcept = 0;
  /// Of the hit just taken: "column word count tier;..." of what matched, at most 200.
  virtual void put_places(std::string places) = 0;
};
inline constexpr const char* kHitSinkType = "diarium_hit_sink";

/// Registers the functions by which hits are ranked. Each takes, besides the index, one letter a
/// phrase of the match expression, in order: s, c, r, f = strict, compound, restored, fuzzy form of
/// one word (a new word begins at each s), '-' = must not match.
///   hit_rank(index, letters)    higher is better: first the tier of the weakest word, then for
///                               each word 1, 0.4, 0.2, 0.1 by tier, times how rare the word is,
///                               times how often it stands in title (3) and body (1); clauses of
///                               decisions weigh half as much again
///   hit_collect(index, letters, sink)  hands the row with its rank to a HitSink, bound as a
///                               pointer of the type kHitSinkType
/// bm25 over the forms would put the rare, damaged ones first.
bool register_ranking(fts5_api& api);

}  // namespace diarium
