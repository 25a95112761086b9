#pragma once

#include <string>
#include <vector>

#include "models/geometry.h"
#include "models/sheet.h"

namespace diarium {

/// One letter as a page description draws it, on the upright page.
struct Glyph {
  std::string text;    ///< UTF-8; a blank of any kind is " "; U+FFFD where the font doesn't say
  Point origin;        ///< on the baseline, where the letter begins
  Point direction;     ///< unit vector along the baseline: (1, 0) for upright text
  double width = 0;    ///< of the letter alone, points along the baseline
  double advance = 0;  ///< to where the next letter of the same run is expected, points
  double ascent = 0;   ///< of the font above the baseline, points
  double descent = 0;  ///< of the font below the baseline, points, positive
  double size = 0;     ///< font size, points
  bool bold = false;
  bool italic = false;
  bool invisible =
      false;    ///< drawn without ink: the text layer that a scanner lays under a picture
  int run = 0;  ///< glyphs of one drawing operation share it
};

/// Groups letters into words: at blanks, at gaps, and where style, size or baseline change. Letters
/// drawn twice to look bold are one bold letter; raised small ones become superscripts.
/// Words keep the order in which they were drawn.
std::vector<Word> words_of(std::vector<Glyph> glyphs);

}  // namespace diarium
