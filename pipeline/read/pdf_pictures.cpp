#include "pipeline/read/pdf_pictures.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "pipeline/read/pdf_image.h"
#include "pipeline/read/pdf_render.h"

namespace diarium {
namespace {

// Points; a smaller picture is a logo, a portrait, a signature.
constexpr double kLeastWidth = 110;
constexpr double kLeastHeight = 70;
// Pixels an inch; letters of fewer can't be read.
constexpr double kLeastDpi = 60;
// Words on a picture that make it their ground.
constexpr auto kWordsOnGround = 4;
// Each costs a pass over the page, and OCR.
constexpr std::size_t kMostRead = 8;

bool may_hold_text(const DrawnPicture& picture, const std::vector<Word>& words) {
  const Rect& box = picture.box;
  if (box.width() < kLeastWidth || box.height() < kLeastHeight || !lies_straight(picture.matrix))
    return false;
  const double inches = box.area() / (kPointsPerInch * kPointsPerInch);
  const double pixels = static_cast<double>(picture.width) * picture.height;
  if (pixels < kLeastDpi * kLeastDpi * inches) return false;
  return std::count_if(words.begin(), words.end(), [&box](const Word& word) {
           return box.contains(word.box.centre());
         }) < kWordsOnGround;
}

bool shows_all(const DrawnPicture& picture) {
  return picture.box.area() > 0.98 * whole_box(picture.matrix).area();
}

/// The part of the page under a box.
Raster part_of(const Raster& page, const Rect& box) {
  const auto pixel = [](double points, double dpi, int most) {
    return std::clamp(static_cast<int>(std::lround(points * dpi / kPointsPerInch)), 0, most);
  };
  const int left = pixel(box.left, page.dpi_x, page.width - 1);
  const int top = pixel(box.top, page.dpi_y, page.height - 1);
  const int right = std::max(left + 1, pixel(box.right, page.dpi_x, page.width));
  const int bottom = std::max(top + 1, pixel(box.bottom, page.dpi_y, page.height));
  Raster part{.width = right - left,
              .height = bottom - top,
              .channels = page.channels,
              .dpi_x = page.dpi_x,
              .dpi_y = page.dpi_y};
  const auto channels = static_cast<std::size_t>(page.channels);
  for (int y = top; y < bottom; ++y) {
    const auto row = static_cast<std::size_t>(y) * static_cast<std::size_t>(page.width);
    const auto begin =
        page.samples.begin() +
        static_cast<std::ptrdiff_t>((row + static_cast<std::size_t>(left)) * channels);
    part.samples.insert(
        part.samples.end(), begin,
        begin + static_cast<std::ptrdiff_t>(static_cast<std::size_t>(part.width) * channels));
  }
  return part;
}

}  // namespace

std::vector<Picture> pictures_of(PDFDoc& document, int number, int turn, const PageContent& content,
                                 const std::vector<Word>& words, OcrChoice choice,
                                 const ReadLimits& limits) {
  std::vector<Picture> pictures;
  std::optional<Raster> page;  // as it looks, for pictures whose own pixels don't say it
  std::size_t read = 0;
  for (const DrawnPicture& drawn : content.pictures) {
    Picture picture{.box = drawn.box};
    if (choice != OcrChoice::never && read < kMostRead && may_hold_text(drawn, words)) {
      ++read;
      if (!drawn.masked && shows_all(drawn))
        picture.raster = picture_pixels(document, number, turn, drawn, limits);
      if (!picture.raster) {
        if (!page) page = render_page(document, number, turn, limits);
        if (page) picture.raster = part_of(*page, drawn.box);
      }
    }
    pictures.push_back(std::move(picture));
  }
  return pictures;
}

}  // namespace diarium
