#pragma once

#include <tesseract/baseapi.h>

#include <vector>

#include "pipeline/ocr/galley.h"
#include "pipeline/ocr/ink_pieces.h"
#include "pipeline/ocr/word_reading.h"

namespace diarium {

/// The words, those read once more that look like numbers misread: a dollar among digits (no paper
/// of a municipality counts in dollars, and both 5 and § look like one), "4596" (or "45%"), and a
/// letter in a group of a number ("B7 465"). Each is read alone and enlarged from the galley,
/// digits, § and % allowed only; a reading that agrees in the rest stands, what was read first is
/// kept in `raw`, confidence is lowered. Leaves `tesseract` in the mode for pages.
std::vector<ReadWord> with_doubtful_numbers_read_again(tesseract::TessBaseAPI& tesseract,
                                                       const Galley& galley,
                                                       std::vector<ReadWord> words);

/// The words, numbers completed that have ink of a digit's form a blank or less before them that
/// belongs to no word: "117,8" where "1 117,8" is printed. Each is read once more with that digit;
/// a reading that is one digit longer and otherwise the same stands, as above. `ink` is of the
/// page.
std::vector<ReadWord> with_digits_left_out(tesseract::TessBaseAPI& tesseract, const Galley& galley,
                                           const InkPieces& ink, std::vector<ReadWord> words);

}  // namespace diarium
