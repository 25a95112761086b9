#pragma once

#include <string_view>
#include <vector>

#include "pipeline/ocr/ink_pieces.h"

namespace diarium {

/// Where the digits of a number stand, from left to right (pixels), by the pieces of ink that meet
/// `box`. Digits that have grown together share their ink evenly, the pieces of a broken one are
/// united; signs and decimal commas are left out. `digits` is what was read, "0" to "9" only. Empty
/// where the ink doesn't come out as so many digits.
std::vector<Rect> find_digit_boxes(const Rect& box, std::string_view digits, const InkPieces& ink);

}  // namespace diarium
