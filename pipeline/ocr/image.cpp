#include "pipeline/ocr/image.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace diarium {
namespace {

// Luminance by ITU-R BT.601 in 1/256.
constexpr int kRed = 77;
constexpr int kGreen = 150;
constexpr int kBlue = 29;

std::uint8_t luminance(const std::uint8_t* rgb) {
  return static_cast<std::uint8_t>((kRed * rgb[0] + kGreen * rgb[1] + kBlue * rgb[2]) >> 8);
}

bool is_well_formed(const Raster& raster) {
  if (raster.width <= 0 || raster.height <= 0) return false;
  if (raster.channels != 1 && raster.channels != 3) return false;
  const std::size_t pixels =
      static_cast<std::size_t>(raster.width) * static_cast<std::size_t>(raster.height);
  return raster.samples.size() == pixels * static_cast<std::size_t>(raster.channels);
}

}  // namespace

int whole_pixels(double points, double resolution) {
  return std::max(1, static_cast<int>(std::lround(points * resolution / kPointsPerInch)));
}

Image to_grey_image(const Raster& raster) {
  if (!is_well_formed(raster)) return nullptr;
  Image image(pixCreateNoInit(raster.width, raster.height, 8));
  if (!image) return nullptr;
  pixSetResolution(image.get(), static_cast<int>(std::lround(raster.dpi_x)),
                   static_cast<int>(std::lround(raster.dpi_y)));
  const std::uint8_t* sample = raster.samples.data();
  const int words_per_line = pixGetWpl(image.get());
  l_uint32* line = pixGetData(image.get());
  for (int y = 0; y < raster.height; ++y, line += words_per_line) {
    for (int x = 0; x < raster.width; ++x, sample += raster.channels) {
      SET_DATA_BYTE(line, x, raster.channels == 1 ? sample[0] : luminance(sample));
    }
  }
  return image;
}

}  // namespace diarium
