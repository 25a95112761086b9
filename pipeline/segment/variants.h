#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "models/word_runs.h"

namespace diarium {

/// For each document of a file, by its runs, the index of the first one before it that it nearly
/// repeats; nothing where it repeats none. Linear in the number of runs.
std::vector<std::optional<std::size_t>> near_repeats(const std::vector<WordRuns>& documents);

}  // namespace diarium
