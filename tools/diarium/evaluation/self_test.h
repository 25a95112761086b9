#pragma once

#include <string>
#include <vector>

#include "tools/diarium/evaluation/scored_file.h"

namespace diarium {

/// Whether the scorer can be trusted on this truth: truth against itself must score 1 everywhere,
/// and a copy with damaged text, fields, places and cells less wherever there was something to
/// damage. One line for each figure that is not so; empty = passed.
std::vector<std::string> self_test(const std::vector<ScoredFile>& truths);

}  // namespace diarium
