#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "pipeline/layout/reading_order.h"

namespace diarium::layout {

/// How a line begins that may begin a list item or a note.
struct Marking {
  std::string marker;    ///< "1.", "-", "•"; empty where the line has none
  double text_left = 0;  ///< where its text begins
  bool set_off = false;  ///< a gap wider than a blank parts marker and text
};

/// The list marker that `line` begins with: "1.", "a)", "•", "-"; "3" and "o" only when set off.
Marking list_marking_of(const Upright& page, const TextLine& line);

/// A bare number before a capital letter that counts on from, or to, a line near by with the same
/// left edge: "1 Taxan antas." above "2 Nu gällande taxa upphävs."
Marking counted_marking_of(const Upright& page, const std::vector<TextLine>& lines, std::size_t i);

/// What stands on a scan in the number column of a list, whatever it was read as: "s-" between "4."
/// and "6.", at their place and with its text below theirs.
Marking columned_marking_of(const Upright& page, const std::vector<TextLine>& lines, std::size_t i);

/// The note marker that `line` begins with: "3", "*".
Marking note_marking_of(const Upright& page, const TextLine& line);

}  // namespace diarium::layout
