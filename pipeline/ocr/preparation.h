#pragma once

#include "pipeline/ocr/image.h"
#include "pipeline/ocr/placement.h"

namespace diarium {

/// A page as it is given to Tesseract.
struct PreparedPage {
  Image grey;           ///< 8 bit, upright, without skew, square pixels; empty = unreadable raster
  Image binary;         ///< the same in 1 bit, ink = 1
  Placement placement;  ///< from its pixels to points of the upright page
  int resolution = 0;   ///< pixels an inch
  bool coarse = false;  ///< a fax or photo whose pixels don't tell thin strokes from thick ones
  int rotation = 0;     ///< degrees clockwise by which the raster was turned: 0, 90, 180, 270
  double skew = 0;      ///< degrees by which the raster leant, positive clockwise
  bool blank = false;   ///< nothing is printed: `grey` is the raster's, the rest is not set
};

/// Turns upright, mends skew, uneven light and odd resolutions; each only where the page needs it.
/// `width` and `height` are those of the page as stored, in points; 0 = by the raster's resolution.
PreparedPage prepare(const Raster& raster, double width, double height);

/// The ink of an 8 bit page whose light is even, in 1 bit.
Image ink_of(const Image& grey);

/// The page in 1 bit with every stroke whole, of paler ink too; for small signs.
Image whole_strokes(const PreparedPage& page);

}  // namespace diarium
