#pragma once

#include <vector>

#include "models/sheet.h"

namespace diarium {

/// The words with a "•" before each that one of `dots` stands before: browsers and office programs
/// draw the bullets of lists as small filled figures, which no font names, and recognition takes
/// them for letters. A dot counts at the height of small letters, not far before the first word of
/// its line. A single sign read in its place gives way, kept as `raw`. Points on the upright page.
std::vector<Word> with_drawn_bullets(std::vector<Word> words, const std::vector<Rect>& dots);

}  // namespace diarium
