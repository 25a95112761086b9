#pragma once

#include <vector>

#include "pipeline/ocr/ink_pieces.h"
#include "pipeline/ocr/word_reading.h"

namespace diarium {

/// The words, the dashes between digits and those that stand alone told from hyphens by the length
/// of their ink: "2024–2026", which the recogniser likes to read as "2024-2026". A hyphen is about
/// a third as long as a digit is high, a dash three quarters, a long dash as long as two digits.
/// `raw` keeps what was read. `binary` is the page, 1 bit, ink = 1, and `ink` its pieces.
std::vector<ReadWord> with_dashes_told(std::vector<ReadWord> words, const Image& binary,
                                       const InkPieces& ink);

}  // namespace diarium
