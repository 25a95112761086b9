#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "models/document.h"
#include "models/record.h"
#include "models/sheet.h"
#include "tools/corpus/paper.h"

namespace diarium::corpus {

/// A page as a perfect reader would report it.
struct TruthPage {
  double width = 0;  ///< of the upright page, points
  double height = 0;
  Origin origin = Origin::embedded;
  int rotation = 0;  ///< as Sheet::rotation
  double skew = 0;   ///< as Sheet::skew
  std::array<std::vector<Setting>, kZones> lines;
};

struct TruthRecord {
  std::string document;  ///< "d1"
  int page = 0;          ///< 1-based in the file
  Rect box;              ///< of its part on that page; empty in files without pages
  Record record;
  bool optional =
      false;  ///< neither demanded nor wrong: an amount within a table, a narrated decision
};

/// All that a perfect run reports of one file.
struct Truth {
  std::vector<TruthPage> pages;
  std::vector<Document> documents;   ///< without text, paragraphs and sections
  std::vector<TruthRecord> records;  ///< in reading order within each document, notes last
};

/// Where `span` of a set text stands: the page it begins on, and the box of its part there.
Place place_of(const Setting& setting, Span span);

/// The printed lines of a page, in reading order; zones in `wanted` only.
std::vector<std::string> printed_lines(const TruthPage& page, std::initializer_list<Zone> wanted);

/// The truth as JSON Lines (README, Ground truth) for the file `path` with these bytes.
std::string jsonl_of(const Truth& truth, std::string_view path, std::string_view media_type,
                     std::string_view bytes);

}  // namespace diarium::corpus
