#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace diarium {

/// What a text says, for telling near repeats: hashes of runs of four words, without case, one run
/// of four kept by its hash (the same ones in every text); ascending, each once.
using WordRuns = std::vector<std::uint64_t>;
WordRuns word_runs_of(std::string_view text);

/// Below so many runs papers resemble each other by form alone.
inline constexpr std::size_t kFewestRuns = 10;

/// Share of the runs of both that they have in common (Jaccard), 0..1; 0 for two empty ones.
double alike(const WordRuns& a, const WordRuns& b);

/// The smallest runs: two texts that share most of their runs share some of these (Broder 1997).
/// Empty for a text of fewer than kFewestRuns.
WordRuns marks_of(const WordRuns& runs);

}  // namespace diarium
