#include "pipeline/read/page_jpeg.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cstdint>
#include <memory>

namespace diarium {
namespace {

constexpr int kQuality = 75;
constexpr int kQuarter = 90;  // degrees

struct PixDeleter {
  void operator()(PIX* pix) const { pixDestroy(&pix); }
};
using PixPointer = std::unique_ptr<PIX, PixDeleter>;

PixPointer pix_of(const Raster& raster) {
  constexpr int kGrey = 8;
  constexpr int kColour = 32;
  PixPointer pix(pixCreate(raster.width, raster.height, raster.channels == 1 ? kGrey : kColour));
  if (!pix) return pix;
  const std::uint8_t* sample = raster.samples.data();
  const int words = pixGetWpl(pix.get());
  for (int y = 0; y < raster.height; ++y) {
    l_uint32* const line = pixGetData(pix.get()) + static_cast<std::ptrdiff_t>(y) * words;
    for (int x = 0; x < raster.width; ++x, sample += raster.channels) {
      if (raster.channels == 1) {
        SET_DATA_BYTE(line, x, *sample);
      } else {
        composeRGBPixel(sample[0], sample[1], sample[2], line + x);
      }
    }
  }
  return pix;
}

}  // namespace

std::optional<PageJpeg> jpeg_of(const Raster& raster, int degrees, double dpi) {
  PixPointer pix = pix_of(raster);
  // The same both ways: a fax has half as many lines an inch as columns.
  const double made = std::min(dpi, std::max(raster.dpi_x, raster.dpi_y));
  if (pix && std::min(raster.dpi_x, raster.dpi_y) > 0) {
    pix.reset(pixScale(pix.get(), static_cast<float>(made / raster.dpi_x),
                       static_cast<float>(made / raster.dpi_y)));
  }
  if (pix && degrees != 0) pix.reset(pixRotateOrth(pix.get(), degrees / kQuarter));
  l_uint8* data = nullptr;
  std::size_t size = 0;
  if (!pix || pixWriteMemJpeg(&data, &size, pix.get(), kQuality, 0) != 0) return std::nullopt;
  PageJpeg jpeg{.width = pixGetWidth(pix.get()),
                .height = pixGetHeight(pix.get()),
                .bytes = {reinterpret_cast<const char*>(data), size}};
  lept_free(data);
  return jpeg;
}

}  // namespace diarium
