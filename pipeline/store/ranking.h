#pragma once

#include <cmath>

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

/// Registers the functions by which hits are ranked. Each takes, besides the index, one letter a
/// phrase of the match expression, in order: s, c, r, f = strict, compound, restored, fuzzy form of
/// one word (a new word begins at each s), '-' = must not match.
///   hit_rank(index, letters)    higher is better: first the tier of the weakest word, then for
///                               each word 1, 0.4, 0.2, 0.1 by tier, times how rare the word is,
///                               times how often it stands in title (3) and body (1); clauses of
///                               decisions weigh half as much again
///   hit_places(index, letters)  "column word count tier;..." of what matched, at most 200
/// bm25 over the forms would put the rare, damaged ones first.
bool register_ranking(fts5_api& api);

}  // namespace diarium
