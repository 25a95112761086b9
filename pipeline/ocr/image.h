#pragma once

#include <leptonica/allheaders.h>

#include <memory>

#include "models/sheet.h"

namespace diarium {

struct Release {
  void operator()(Pix* image) const { pixDestroy(&image); }
  void operator()(Pixa* images) const { pixaDestroy(&images); }
  void operator()(Box* box) const { boxDestroy(&box); }
  void operator()(Boxa* boxes) const { boxaDestroy(&boxes); }
  void operator()(Numa* numbers) const { numaDestroy(&numbers); }
};

/// A Leptonica image that frees itself; empty where Leptonica gave up. The same of its lists.
using Image = std::unique_ptr<Pix, Release>;
using ImageList = std::unique_ptr<Pixa, Release>;
using BoxList = std::unique_ptr<Boxa, Release>;
using NumberList = std::unique_ptr<Numa, Release>;

/// A length as pixels of an image of `resolution` pixels an inch; at least one.
int whole_pixels(double points, double resolution);

/// An 8 bit grey copy, resolution rounded to whole pixels an inch. Empty when width, height and
/// samples don't agree.
Image to_grey_image(const Raster& raster);

}  // namespace diarium
