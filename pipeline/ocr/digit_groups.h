#pragma once

#include <vector>

#include "pipeline/ocr/ink_pieces.h"
#include "pipeline/ocr/word_reading.h"

namespace diarium {

/// The words, numbers parted where a blank is printed before their last three digits: "8 450",
/// which the recogniser likes to read as "8450", or as "8.450" where the page shows no full stop.
/// Where the digits' own ink stands on the page decides. The first part keeps what was read in
/// `raw`.
std::vector<ReadWord> with_digit_groups(const std::vector<ReadWord>& words, const InkPieces& ink);

}  // namespace diarium
