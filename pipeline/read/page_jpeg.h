#pragma once

#include <optional>
#include <string>

#include "models/sheet.h"

namespace diarium {

/// A page as a JPEG file.
struct PageJpeg {
  int width = 0;  ///< pixels
  int height = 0;
  std::string bytes;
};

/// Pixels of a page at `dpi`, or the higher of their resolutions where that is less, turned
/// clockwise by `degrees` (0, 90, 180, 270). Nothing where there is no memory for it.
std::optional<PageJpeg> jpeg_of(const Raster& raster, int degrees, double dpi);

}  // namespace diarium
