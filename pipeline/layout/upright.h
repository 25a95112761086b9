#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "models/sheet.h"

namespace diarium::layout {

/// A word of a sheet at the place where it would stand had the scan not leant.
struct Token {
  std::size_t word = 0;  ///< index into Upright::words
  Rect box;
  double baseline = 0;
  double size = 0;  ///< points, always > 0
};

/// A sheet with its lean taken out, for measuring only: the words keep their own boxes.
struct Upright {
  std::span<const Word> words;  ///< of the sheet it was made of, which must outlive it
  double width = 0;
  double height = 0;
  double slope = 0;           ///< by which the lines of the sheet fall, points a point
  double body_size = 0;       ///< the size that the middle letter of the page has; 10 without words
  std::vector<Token> tokens;  ///< one a word, in the sheet's order
  std::vector<Rect> across;   ///< horizontal rulings
  std::vector<Rect> down;     ///< vertical rulings
  std::vector<Area> areas;
  std::vector<Rect> pictures;
};

Upright upright_of(const Sheet& sheet);

/// Where a box of the upright page is printed on the sheet.
Rect printed(const Upright& page, const Rect& box);

/// Whether the word of `token` hangs on the word before it without a blank.
bool joined(const Upright& page, const Token& token);

}  // namespace diarium::layout
