#include "pipeline/ocr/flow_contrast.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <unordered_map>

namespace diarium {
namespace {

// Of all pixels, that have exactly the colour of the ground where no scanner stood between.
constexpr double kGround = 0.3;
constexpr int kProgramInkBelow = 222;
constexpr int kScanInkBelow = 160;

using Colour = std::array<int, 3>;

Colour colour_at(const Raster& raster, std::size_t pixel) {
  const auto channels = static_cast<std::size_t>(raster.channels);
  const std::uint8_t* const sample = raster.samples.data() + pixel * channels;
  if (channels == 1) return {sample[0], sample[0], sample[0]};
  return {sample[0], sample[1], sample[2]};
}

/// The colour of the ground, where most pixels have one.
std::optional<Colour> ground_of(const Raster& raster) {
  const std::size_t pixels =
      static_cast<std::size_t>(raster.width) * static_cast<std::size_t>(raster.height);
  const std::size_t step = std::max<std::size_t>(1, pixels / 100'000);
  std::unordered_map<int, std::size_t> counts;
  std::size_t seen = 0;
  for (std::size_t i = 0; i < pixels; i += step, ++seen) {
    const Colour colour = colour_at(raster, i);
    ++counts[(colour[0] << 16) | (colour[1] << 8) | colour[2]];
  }
  const auto most =
      std::max_element(counts.begin(), counts.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most == counts.end() ||
      static_cast<double>(most->second) < kGround * static_cast<double>(seen))
    return std::nullopt;
  const int key = most->first;
  const Colour ground{key >> 16, (key >> 8) & 0xFF, key & 0xFF};
  // A dark ground is a photo's, or a filled box.
  return *std::min_element(ground.begin(), ground.end()) > 150 ? std::optional(ground)
                                                               : std::nullopt;
}

Image difference(const Raster& raster, const Colour& ground) {
  Image image(pixCreateNoInit(raster.width, raster.height, 8));
  if (!image) return nullptr;
  const int words_per_line = pixGetWpl(image.get());
  l_uint32* line = pixGetData(image.get());
  const auto channels = static_cast<std::size_t>(raster.channels);
  const std::size_t compared = channels == 1 ? 1 : ground.size();
  const std::uint8_t* sample = raster.samples.data();
  for (int y = 0; y < raster.height; ++y, line += words_per_line) {
    for (int x = 0; x < raster.width; ++x, sample += channels) {
      int most = 0;
      for (std::size_t c = 0; c < compared; ++c)
        most = std::max(most, std::abs(sample[c] - ground[c]));
      SET_DATA_BYTE(line, x, static_cast<l_uint8>(255 - most));
    }
  }
  return image;
}

}  // namespace

FlowContrast flow_contrast(const Raster& raster, const PreparedPage& page) {
  const int width = pixGetWidth(page.grey.get());
  const int height = pixGetHeight(page.grey.get());
  const bool as_stored = page.rotation == 0 && page.placement.turn == 0;
  if (const auto ground = as_stored ? ground_of(raster) : std::nullopt) {
    const Image image = difference(raster, *ground);
    if (image) {
      return {Image(pixScaleToSize(image.get(), width, height)), kProgramInkBelow};
    }
  }
  return {Image(pixCopy(nullptr, page.grey.get())), kScanInkBelow};
}

}  // namespace diarium
