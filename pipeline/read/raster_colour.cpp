#include "pipeline/read/raster_colour.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace diarium {
namespace {

constexpr int kColourDistance =
    24;  // between the samples of one pixel that is more than a tinted grey

}  // namespace

Raster without_needless_colour(Raster raster) {
  if (raster.channels != 3) return raster;
  const std::vector<std::uint8_t>& from = raster.samples;
  for (std::size_t i = 0; i + 2 < from.size(); i += 3) {
    const auto [least, most] = std::minmax({from[i], from[i + 1], from[i + 2]});
    if (most - least > kColourDistance) return raster;
  }
  std::vector<std::uint8_t> grey(from.size() / 3);
  for (std::size_t i = 0; i < grey.size(); ++i) {
    grey[i] = static_cast<std::uint8_t>((from[3 * i] + from[3 * i + 1] + from[3 * i + 2]) / 3);
  }
  raster.channels = 1;
  raster.samples = std::move(grey);
  return raster;
}

}  // namespace diarium
