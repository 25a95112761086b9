#pragma once

#include "models/geometry.h"
#include "pipeline/ocr/image.h"

namespace diarium {

/// How thick the upright strokes of the print in `box` are, in pixels and parts of them; 0 where
/// there is too little ink to tell. `grey` is 8 bit with white paper, as it was given to the
/// recogniser; `size` is the type size there, pixels.
///
/// Each row crosses the strokes of its letters. A stroke is as wide as it is darker than half of
/// the word's darkest ink, read between pixels: blur, noise, grey type and uneven light change
/// little. The mean of the middle half of all widths leaves out serifs, bows and specks. Rows of a
/// fax are few but its columns are not: level strokes tell nothing.
double stem_thickness(const Image& grey, const Rect& box, double size);

}  // namespace diarium
