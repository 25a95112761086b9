#pragma once

#include <map>
#include <string>
#include <vector>

#include "tools/diarium/evaluation/scored_file.h"
#include "tools/diarium/evaluation/tally.h"

namespace diarium {

/// How well the words of one look are found.
struct MarkScore {
  Tally tally;
  std::vector<std::string> missed;  ///< their texts
  std::vector<std::string> extra;
};

/// By the name of the look: "struck", "underlined", "bold", "raised" (markers of notes, exponents).
using MarkScores = std::map<std::string, MarkScore>;

/// Adds the words of a page. A word of the truth is found where one of the same look and text, or
/// nearly so in a scan, stands in its place.
void add_marks(MarkScores& scores, const ScoredPage& truth, const std::vector<ScoredWord>& found);

}  // namespace diarium
