#pragma once

#include <tesseract/baseapi.h>

#include <vector>

#include "pipeline/ocr/image.h"
#include "pipeline/ocr/ink_pieces.h"
#include "pipeline/ocr/word_reading.h"

namespace diarium {

/// The words, numbers with a dollar among their digits read once more: no paper of a municipality
/// counts in dollars, and both 5 and § look like one. Each such word is read alone and enlarged
/// from `grey` (8 bit, of the page that `ReadWord::pixels` count on), digits and § allowed only; a
/// reading that agrees in the digits stands, what was read first is kept in `raw`, confidence is
/// lowered. Leaves `tesseract` in the mode for pages.
std::vector<ReadWord> with_doubtful_numbers_read_again(tesseract::TessBaseAPI& tesseract,
                                                       const Image& grey,
                                                       std::vector<ReadWord> words);

/// The words, numbers completed that have ink of a digit's form a blank or less before them that
/// belongs to no word: "117,8" where "1 117,8" is printed. Each is read once more with that digit;
/// a reading that is one digit longer and otherwise the same stands, as above.
std::vector<ReadWord> with_digits_left_out(tesseract::TessBaseAPI& tesseract, const Image& grey,
                                           const InkPieces& ink, std::vector<ReadWord> words);

}  // namespace diarium
