#include "pipeline/read/pdf_image.h"

#include <poppler/GfxState.h>
#include <poppler/OutputDev.h>
#include <poppler/Page.h>
#include <poppler/Stream.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "pipeline/read/raster_colour.h"

namespace diarium {
namespace {

constexpr double kMostOfThePage = 0.8;
constexpr double kAligned =
    0.002;  // of the longer side, that a picture may lean and still be copied

// Decodes the one large image of a page as the interpreter comes to it.
class ImageTaker final : public OutputDev {
 public:
  explicit ImageTaker(const DrawnPicture& wanted) : wanted_(wanted) {}
  [[nodiscard]] std::optional<Raster> take() { return std::move(pixels_); }

  bool upsideDown() override { return true; }
  bool useDrawChar() override { return true; }
  bool interpretType3Chars() override { return false; }
  bool useShadedFills(int) override { return true; }

  void drawImage(GfxState* state, Object* ref, Stream* stream, int width, int height,
                 GfxImageColorMap* colours, bool interpolate, const int* mask,
                 bool inline_image) override {
    if (is_wanted(width, height)) {
      take_colours(stream, *colours);
    } else {
      OutputDev::drawImage(state, ref, stream, width, height, colours, interpolate, mask,
                           inline_image);
    }
  }
  void drawImageMask(GfxState* state, Object* ref, Stream* stream, int width, int height,
                     bool invert, bool interpolate, bool inline_image) override {
    if (is_wanted(width, height)) {
      take_stencil(stream, invert);
    } else {
      OutputDev::drawImageMask(state, ref, stream, width, height, invert, interpolate,
                               inline_image);
    }
  }

 private:
  [[nodiscard]] bool is_wanted(int width, int height) const {
    return !pixels_ && width == wanted_.width && height == wanted_.height;
  }
  void take_colours(Stream* stream, GfxImageColorMap& colours);
  void take_stencil(Stream* stream, bool invert);

  DrawnPicture wanted_;
  std::optional<Raster> pixels_;
};

Raster blank(int width, int height, int channels) {
  const auto count = static_cast<std::size_t>(width) * static_cast<std::size_t>(height) *
                     static_cast<std::size_t>(channels);
  return {.width = width,
          .height = height,
          .channels = channels,
          .samples = std::vector<std::uint8_t>(count, 0xFF)};
}

bool is_grey(GfxImageColorMap& colours) {
  const GfxColorSpaceMode mode = colours.getColorSpace()->getMode();
  return colours.getNumPixelComps() == 1 && mode != csIndexed && mode != csSeparation;
}

void ImageTaker::take_colours(Stream* stream, GfxImageColorMap& colours) {
  const bool grey = is_grey(colours);
  Raster pixels = blank(wanted_.width, wanted_.height, grey ? 1 : 3);
  ImageStream image(stream, wanted_.width, colours.getNumPixelComps(), colours.getBits());
  image.reset();
  const std::size_t row_size =
      static_cast<std::size_t>(pixels.width) * static_cast<std::size_t>(pixels.channels);
  bool complete = true;
  for (int y = 0; y < pixels.height && complete; ++y) {
    unsigned char* const line = image.getLine();
    std::uint8_t* const row = pixels.samples.data() + static_cast<std::size_t>(y) * row_size;
    complete = line != nullptr;
    if (!complete) break;
    if (grey) {
      colours.getGrayLine(line, row, pixels.width);
    } else {
      colours.getRGBLine(line, row, pixels.width);
    }
  }
  image.close();
  if (complete) pixels_ = std::move(pixels);
}

void ImageTaker::take_stencil(Stream* stream, bool invert) {
  Raster pixels = blank(wanted_.width, wanted_.height, 1);
  ImageStream image(stream, wanted_.width, 1, 1);
  image.reset();
  const unsigned char ink = invert ? 1 : 0;
  bool complete = true;
  auto sample = pixels.samples.begin();
  for (int y = 0; y < pixels.height && complete; ++y) {
    const unsigned char* const line = image.getLine();
    complete = line != nullptr;
    for (int x = 0; complete && x < pixels.width; ++x) *sample++ = line[x] == ink ? 0x00 : 0xFF;
  }
  image.close();
  if (complete) pixels_ = std::move(pixels);
}

// Where a stored pixel comes to stand on the page.
struct Turn {
  bool swapped = false;  // rows run down the page's columns
  bool from_right = false;
  bool from_bottom = false;
};

Turn turn_of(const PictureMatrix& m) {
  if (std::abs(m.b) + std::abs(m.c) > std::abs(m.a) + std::abs(m.d))
    return {true, m.c > 0, m.b < 0};
  return {false, m.a<0, m.d> 0};
}

Raster turned(Raster pixels, const Turn& turn) {
  if (!turn.swapped && !turn.from_right && !turn.from_bottom) return pixels;
  Raster out = blank(turn.swapped ? pixels.height : pixels.width,
                     turn.swapped ? pixels.width : pixels.height, pixels.channels);
  const auto channels = static_cast<std::size_t>(pixels.channels);
  for (int y = 0; y < out.height; ++y) {
    for (int x = 0; x < out.width; ++x) {
      const int across = turn.from_right ? out.width - 1 - x : x;
      const int down = turn.from_bottom ? out.height - 1 - y : y;
      const int column = turn.swapped ? down : across;
      const int row = turn.swapped ? across : down;
      const auto from = static_cast<std::size_t>(row) * static_cast<std::size_t>(pixels.width) +
                        static_cast<std::size_t>(column);
      const auto to = static_cast<std::size_t>(y) * static_cast<std::size_t>(out.width) +
                      static_cast<std::size_t>(x);
      std::copy_n(&pixels.samples[from * channels], channels, &out.samples[to * channels]);
    }
  }
  return out;
}

// The picture laid on a white page; what hangs over the edge is cut.
Raster laid_on_page(Raster pixels, const Rect& box, const PageContent& page) {
  Raster raster{.width = pixels.width,
                .height = pixels.height,
                .channels = pixels.channels,
                .dpi_x = pixels.width * kPointsPerInch / box.width(),
                .dpi_y = pixels.height * kPointsPerInch / box.height()};
  const auto pixels_of = [](double points, double dpi) {
    return static_cast<int>(std::lround(points * dpi / kPointsPerInch));
  };
  const int width = std::max(1, pixels_of(page.width, raster.dpi_x));
  const int height = std::max(1, pixels_of(page.height, raster.dpi_y));
  const int left = pixels_of(box.left, raster.dpi_x);
  const int top = pixels_of(box.top, raster.dpi_y);
  if (std::abs(left) + std::abs(top) + std::abs(width - pixels.width) +
          std::abs(height - pixels.height) <=
      4) {
    raster.samples = std::move(pixels.samples);
    return raster;
  }
  Raster ground = blank(width, height, pixels.channels);
  const int first = std::max(0, -left);
  const int last = std::min(pixels.width, width - left);
  const auto channels = static_cast<std::size_t>(pixels.channels);
  for (int y = std::max(0, -top); y < std::min(pixels.height, height - top) && first < last; ++y) {
    const auto from = (static_cast<std::size_t>(y) * static_cast<std::size_t>(pixels.width) +
                       static_cast<std::size_t>(first)) *
                      channels;
    const auto to = (static_cast<std::size_t>(y + top) * static_cast<std::size_t>(width) +
                     static_cast<std::size_t>(first + left)) *
                    channels;
    std::copy_n(&pixels.samples[from], static_cast<std::size_t>(last - first) * channels,
                &ground.samples[to]);
  }
  raster.width = width;
  raster.height = height;
  raster.samples = std::move(ground.samples);
  return raster;
}

bool has_other_ink(const PageContent& content) {
  const bool letters =
      std::any_of(content.glyphs.begin(), content.glyphs.end(),
                  [](const Glyph& glyph) { return glyph.ink == Ink::seen && glyph.text != " "; });
  return letters || content.shaded || content.art.inked();
}

}  // namespace

Rect whole_box(const PictureMatrix& m) {
  const auto [left, right] = std::minmax({m.e, m.e + m.a, m.e + m.c, m.e + m.a + m.c});
  const auto [top, bottom] = std::minmax({m.f, m.f + m.b, m.f + m.d, m.f + m.b + m.d});
  return {left, top, right, bottom};
}

bool lies_straight(const PictureMatrix& m) {
  const double longest = std::max({std::abs(m.a), std::abs(m.b), std::abs(m.c), std::abs(m.d)});
  return (std::abs(m.b) + std::abs(m.c) < kAligned * longest && m.a != 0 && m.d != 0) ||
         (std::abs(m.a) + std::abs(m.d) < kAligned * longest && m.b != 0 && m.c != 0);
}

std::optional<DrawnPicture> sole_picture(const PageContent& content) {
  if (content.pictures.size() != 1 || content.cut || has_other_ink(content)) return std::nullopt;
  const DrawnPicture& picture = content.pictures[0];
  const Rect page{0, 0, content.width, content.height};
  const double seen = common_part(whole_box(picture.matrix), page).area();
  const bool clipped = picture.box.area() < 0.98 * seen;
  if (clipped || picture.masked || seen < kMostOfThePage * page.area() ||
      !lies_straight(picture.matrix)) {
    return std::nullopt;
  }
  return picture;
}

std::optional<Raster> picture_pixels(PDFDoc& document, int number, int turn,
                                     const DrawnPicture& picture, const ReadLimits& limits) {
  if (picture.width < 1 || picture.height < 1 ||
      static_cast<double>(picture.width) * picture.height > limits.page_pixels) {
    return std::nullopt;
  }
  ImageTaker taker(picture);
  document.displayPage(&taker, number, kPointsPerInch, kPointsPerInch, turn,
                       /*useMediaBox=*/false,
                       /*crop=*/true, /*printing=*/false);
  std::optional<Raster> pixels = taker.take();
  if (!pixels) return std::nullopt;
  return turned(without_needless_colour(std::move(*pixels)), turn_of(picture.matrix));
}

std::optional<Raster> stored_pixels(PDFDoc& document, int number, int turn,
                                    const PageContent& content, const DrawnPicture& picture,
                                    const ReadLimits& limits) {
  std::optional<Raster> pixels = picture_pixels(document, number, turn, picture, limits);
  if (!pixels) return std::nullopt;
  return laid_on_page(std::move(*pixels), whole_box(picture.matrix), content);
}

}  // namespace diarium
