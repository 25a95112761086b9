#pragma once

#include <vector>

#include "pipeline/ocr/image.h"
#include "pipeline/ocr/placement.h"

namespace diarium {

/// Straight lines that somebody drew: table rules, underlines, strikes, footnote separators.
struct DrawnLines {
  std::vector<Rect> boxes;  ///< pixels
  Image mask;               ///< 1 bit, their ink; empty when there are none
};

/// Whether strikes through words of two to four letters are looked for: on a fax, whose rows are
/// few, letters grow together into what looks like one.
enum class ShortStrikes { found, ignored };

/// `binary` with the pale lines of `grey` besides, which are too faint for ink: of a table on a
/// photo or a fax, or drawn in grey. Only lines longer than pale letters grow together count.
Image with_pale_lines(const Image& binary, const Image& grey, int resolution);

/// Finds level and upright lines longer than letters are, on an upright page without skew (1 bit,
/// ink = 1, `resolution` pixels an inch).
DrawnLines find_drawn_lines(const Image& binary, int resolution,
                            ShortStrikes strikes = ShortStrikes::found);

/// Paints the lines white on `grey`, except where strokes of letters cross them. `binary` and
/// `resolution` as the lines were found in.
void erase(const DrawnLines& lines, const Image& binary, int resolution, const Image& grey);

}  // namespace diarium
