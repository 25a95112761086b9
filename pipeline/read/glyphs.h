#pragma once

#include <string>
#include <vector>

#include "models/geometry.h"
#include "models/sheet.h"

namespace diarium {

/// Red, green, blue, each 0..1.
struct Colour {
  float red = 0;
  float green = 0;
  float blue = 0;
  bool operator==(const Colour&) const = default;
};

/// How a letter is seen.
enum class Ink {
  seen,
  none,       ///< drawn without ink: the text layer that a scanner lays under a picture
  covered,    ///< painted over, or of the colour of its ground
  blackened,  ///< the same, and that colour is dark: somebody meant it to be unreadable
};

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
  bool guessed = false;     ///< its font doesn't say what it draws: the text is its code
  bool struck = false;      ///< a ruling runs through it
  bool underlined = false;  ///< a ruling runs close under it
  Ink ink = Ink::seen;
  Colour colour;
  int run = 0;  ///< glyphs of one drawing operation share it
};

/// Groups letters into words: at blanks, at gaps, and where style, size, baseline or a ruling
/// through or under them change. Letters drawn twice to look bold are one bold letter; raised small
/// ones become superscripts. Words keep the order in which they were drawn.
std::vector<Word> words_of(std::vector<Glyph> glyphs);

}  // namespace diarium
