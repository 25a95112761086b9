#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "tools/diarium/evaluation/mark_scores.h"
#include "tools/diarium/evaluation/scored_file.h"
#include "tools/diarium/evaluation/tally.h"

namespace diarium {

/// Of the records that were paired, how many have a field right.
struct FieldTally {
  int right = 0;
  int all = 0;
  [[nodiscard]] double share() const { return all > 0 ? static_cast<double>(right) / all : 1.0; }
};

/// How often findings were right that claimed a confidence between two bounds.
struct Calibration {
  static constexpr std::size_t kBins = 20;  ///< [0, 0.05) ... [0.95, 1]
  std::array<FieldTally, kBins> bins;
  void add(double confidence, bool right);
  /// Of all findings with at least this confidence, a multiple of 1 / kBins.
  [[nodiscard]] FieldTally from(double confidence) const;
};

/// What is known of one kind of record.
struct KindScore {
  Tally strict;
  Tally soft;
  std::map<std::string, FieldTally> fields;
  std::vector<std::string> missed;  ///< keys, soft match
  std::vector<std::string> extra;
};

/// Errors and lengths of text; a page's errors are capped at its length.
struct TextScore {
  double character_errors = 0;
  double characters = 0;
  double word_errors = 0;
  double words = 0;
  [[nodiscard]] double cer() const { return characters > 0 ? character_errors / characters : 0; }
  [[nodiscard]] double wer() const { return words > 0 ? word_errors / words : 0; }
};

struct Scores {
  int files = 0;
  int files_missing = 0;  ///< of the truth's, not in the archive: they count as empty
  TextScore text;
  MarkScores marks_in_scans;
  MarkScores marks_in_print;
  Tally document_starts;
  Tally table_cells;
  std::map<std::string, KindScore> kinds;
  Calibration scanned;                      ///< findings in files with recognised pages
  Calibration printed;                      ///< in all others
  std::map<std::string, FieldTally> rules;  ///< by name: how many findings, how many right
};

/// Adds what the archive says of a file to the scores.
void add_to_scores(Scores& scores, const ScoredFile& truth, const ScoredFile& found);

}  // namespace diarium
