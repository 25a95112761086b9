#pragma once

#include <leptonica/allheaders.h>

#include <memory>

#include "models/sheet.h"

namespace diarium {

struct ImageDeleter {
  void operator()(Pix* pix) const { pixDestroy(&pix); }
};

/// A Leptonica image that frees itself; empty where Leptonica gave up.
using Image = std::unique_ptr<Pix, ImageDeleter>;

/// An 8 bit grey copy, resolution rounded to whole pixels an inch. Empty when width, height and
/// samples don't agree.
Image to_grey_image(const Raster& raster);

}  // namespace diarium
