#pragma once

struct fts5_api;

namespace diarium {

/// Registers the functions by which hits are ranked. Each takes, besides the index, one letter a
/// phrase of the match expression, in order: s, c, r = strict, compound, restored form of one word
/// (a new word begins at each s), '-' = must not match.
///   hit_score(index, letters)   higher is better: for each word 1, 0.4, 0.2 by form, times how
///   rare the
///                               word is, times how often it stands in title (3) and body (1)
///   hit_tier(index, letters)    0 strict, 1 compound, 2 restored: that of the weakest word
///   hit_places(index, letters)  "column word count;..." of what matched, at most 200
/// bm25 over the forms would put the rare, damaged ones first.
bool register_ranking(fts5_api& api);

}  // namespace diarium
