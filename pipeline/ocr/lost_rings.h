#pragma once

#include <vector>

#include "pipeline/ocr/ink_pieces.h"
#include "pipeline/ocr/word_reading.h"

namespace diarium {

/// The words, with å ä ö where an a or o was read under a ring or two dots: large letters lose them
/// in the division into lines. The raw reading is kept, the confidence lowered. Only marks that
/// stand apart from their letter are seen, and only over letters large enough to tell.
std::vector<ReadWord> with_lost_rings(std::vector<ReadWord> words, const InkPieces& ink);

}  // namespace diarium
