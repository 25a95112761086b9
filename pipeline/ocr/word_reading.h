#pragma once

#include <tesseract/baseapi.h>

#include <string>
#include <vector>

#include "models/sheet.h"
#include "pipeline/ocr/galley.h"
#include "pipeline/ocr/placement.h"

namespace diarium {

/// A letter or sign as recognised.
struct ReadLetter {
  std::string text;  ///< NFC
  Rect box;          ///< on the upright page, points; by the recogniser's steps, some pixels off
  double confidence = 0;  ///< 0..1
};

struct ReadWord {
  Word word;
  std::vector<ReadLetter> letters;  ///< together its text
  Rect pixels;                      ///< where it stands on the image of the page that was read
  double pixels_size = 0;           ///< its font size there
  double stems = 0;                 ///< how thick its upright strokes are there; 0 = unknown
};

/// The words that Tesseract recognised in the galley, in its reading order, placed on the upright
/// page. What is no word is left out: a doubtful reading of a stamp, a signature, a logo.
/// `narrowed` is the width of the image that was recognised as a share of the galley's.
std::vector<ReadWord> read_words(tesseract::TessBaseAPI& tesseract, const Galley& galley,
                                 const Placement& placement, double narrowed = 1);

}  // namespace diarium
