#pragma once

#include <tesseract/baseapi.h>

#include <string>
#include <vector>

#include "pipeline/ocr/raised_marks.h"

namespace diarium {

/// What a raised mark was read as.
struct RaisedNumber {
  RaisedMark mark;
  std::string digits;     ///< one to three; empty where something else was read
  double confidence = 0;  ///< 0..1
  std::string raw;        ///< what was read where that isn't `digits`
};

/// Reads each mark alone and enlarged from `grey` (8 bit): beside letters of full size the
/// recogniser takes a raised digit for a quotation mark. Leaves `tesseract` in the mode for pages.
std::vector<RaisedNumber> read_raised_numbers(tesseract::TessBaseAPI& tesseract, const Image& grey,
                                              const std::vector<RaisedMark>& marks);

/// Paints the marks that are numbers white.
void erase(const std::vector<RaisedNumber>& numbers, const Image& grey);

}  // namespace diarium
