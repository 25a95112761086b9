#pragma once

#include <iosfwd>
#include <map>
#include <string>
#include <vector>

#include "models/geometry.h"
#include "models/page.h"
#include "models/style.h"

namespace diarium {

/// A cell with text, as compared.
struct ScoredCell {
  int row = 0;
  int column = 0;
  std::string text;
};

/// A record taken apart for comparison.
struct ScoredRecord {
  std::string kind;
  std::string key;     ///< what pairs it: the clause, the name, the title; texts in comparable form
  bool exact = false;  ///< numbers: the key must be equal, likeness doesn't count
  int page = 0;        ///< 1-based; 0 where unknown
  std::map<std::string, std::string>
      fields;                     ///< what is compared once paired: {"decider": "kommunstyrelsen"}
  std::vector<ScoredCell> cells;  ///< of a table
  bool optional = false;          ///< of the truth: neither demanded nor wrong
  double confidence = 1.0;        ///< that the archive claims
  std::string rule;               ///< that found it; empty in the truth
};

/// A word with its place and look.
struct ScoredWord {
  std::string text;  ///< in comparable form
  Rect box;          ///< as Word::box
  Style style;
};

struct ScoredPage {
  int number = 0;
  std::string text;  ///< in comparable form
  bool ocr = false;
  std::vector<ScoredWord> words = {};  ///< none where the truth of a file without pages lacks them
};

/// One file of the archive: what was exported of it, or its ground truth.
struct ScoredFile {
  std::map<int, ScoredPage> pages;
  std::vector<ScoredRecord> records;
};

/// Reads lines of `diarium export --format jsonl`, grouped by the path of their source; a source
/// met under two paths counts for both. Words aren't exported. Throws std::runtime_error that names
/// the line for what isn't JSON.
std::map<std::string, ScoredFile> scored_files(std::istream& lines);

/// The words of a page as compared.
std::vector<ScoredWord> scored_words(const Page& page);

/// Reads the ground truth of one file: the same format, ids local to it.
ScoredFile scored_truth(std::istream& lines);

}  // namespace diarium
