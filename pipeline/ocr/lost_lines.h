#pragma once

#include <tesseract/baseapi.h>

#include <vector>

#include "pipeline/ocr/ink_pieces.h"
#include "pipeline/ocr/preparation.h"
#include "pipeline/ocr/word_reading.h"

namespace diarium {

/// The words of lines that recognition of the whole page passed over: large titles on a page that
/// bends are among them. `unread` as of `find_unread_ink`; what stands side by side in it like
/// letters of a line is read once more, each line alone, and believed where the reading is sure.
/// `ink` is what `pieces` were found in.
std::vector<ReadWord> read_lost_lines(tesseract::TessBaseAPI& tesseract, const Image& ink,
                                      const InkPieces& pieces, const std::vector<Rect>& unread,
                                      const PreparedPage& page);

}  // namespace diarium
