#pragma once

#include <vector>

#include "pipeline/ocr/ink_pieces.h"
#include "pipeline/ocr/word_reading.h"

namespace diarium {

/// The words without those that a pen drew: printed letters are pieces of ink of their own, a
/// signature is one stroke, and what was read in it is doubtful. Letters that a copier joined are
/// read well; a doubtful word beside well-read ones is print too. `ink` as in `find_unread_ink`,
/// to which the stroke is left.
std::vector<ReadWord> without_pen_strokes(std::vector<ReadWord> words, const InkPieces& ink);

}  // namespace diarium
