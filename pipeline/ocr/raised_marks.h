#pragma once

#include <vector>

#include "pipeline/ocr/ink_pieces.h"

namespace diarium {

/// A place on a page where a raised, small sign stands, as markers of footnotes do: "samhället¹",
/// "¹ SOU 2017:4". Pixels.
struct RaisedMark {
  Rect box;             ///< of one sign or of two or three beside each other
  double baseline = 0;  ///< of the line that it stands in
  double letters = 0;   ///< height of that line's small letters
  bool opens = false;   ///< stands before its line, as at a note
};

/// Whether the pixels of a page show small signs clearly; those of a fax or a photo don't.
enum class Print { fine, coarse };

/// The raised signs of a page by form and place alone: as high as small letters or a little less,
/// lifted off the baseline of its neighbours, close to the word before it or in front of a line.
/// What they say is for the recogniser to find out; quotation marks and accents are no such signs.
std::vector<RaisedMark> find_raised_marks(const InkPieces& ink, Print print);

}  // namespace diarium
