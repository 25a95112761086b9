#include "pipeline/read/picture.h"

#include <fmt/format.h>
#include <leptonica/allheaders.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <string_view>
#include <utility>

#include "pipeline/read/raster_colour.h"

namespace diarium {
namespace {

constexpr int kLongestSide = 32'767;  // pixels
constexpr double kAssumedDpi = 300;   // where a picture doesn't say: what offices scan with
constexpr int kLeastDpi = 70;
constexpr int kMostDpi = 2'400;
constexpr int kIdleDpi = 96;
constexpr int kScreen = 1'700;     // pixels; more is no picture of a screen
constexpr double kLongA3 = 1'191;  // points
constexpr double kLongA4 = 842;
constexpr double kLongA5 = 595;
constexpr double kShortestPage =
    200;  // points on the longer side; less is no paper but a wrong resolution
constexpr double kLongestPage = 3'400;  // A0

struct PixDeleter {
  void operator()(PIX* pix) const { pixDestroy(&pix); }
};
using PixPointer = std::unique_ptr<PIX, PixDeleter>;

struct FileCloser {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

struct PictureSize {
  int width = 0;
  int height = 0;
};

const l_uint8* data_of(const std::string& bytes) {
  return reinterpret_cast<const l_uint8*>(bytes.data());
}

int count_tiff_pages(std::string& bytes) {
  const std::unique_ptr<std::FILE, FileCloser> file(fmemopen(bytes.data(), bytes.size(), "rb"));
  l_int32 pages = 0;
  if (!file || tiffGetCount(file.get(), &pages) != 0) return 0;
  return pages;
}

std::uint32_t number_at(const std::string& bytes, std::size_t at) {
  std::uint32_t number = 0;
  for (std::size_t i = at; i < at + 4; ++i)
    number = number << 8 | static_cast<unsigned char>(bytes[i]);
  return number;
}

// The head of a JPEG 2000 file may claim a small picture before a code stream that decodes to a
// large one.
bool says_the_same_within(const std::string& bytes, const PictureSize& size) {
  using namespace std::string_view_literals;
  constexpr std::size_t kToSize = 8;  // start, marker, length and capabilities
  const std::size_t start = bytes.find("\xFF\x4F\xFF\x51"sv);
  if (start == std::string::npos || bytes.size() < start + kToSize + 16) return false;
  const auto at = [&](std::size_t i) { return number_at(bytes, start + kToSize + 4 * i); };
  return at(0) - at(2) == static_cast<std::uint32_t>(size.width) &&
         at(1) - at(3) == static_cast<std::uint32_t>(size.height);
}

// Page `number` (1-based) of a TIFF, the picture itself of other kinds.
std::optional<PictureSize> size_of(MediaType type, const std::string& bytes, int number) {
  PictureSize size;
  l_int32 bits = 0;
  l_int32 samples = 0;
  l_int32 has_palette = 0;
  const l_int32 failed =
      type == MediaType::tiff
          ? readHeaderMemTiff(data_of(bytes), bytes.size(), number - 1, &size.width, &size.height,
                              &bits, &samples, nullptr, &has_palette, nullptr)
          : pixReadHeaderMem(data_of(bytes), bytes.size(), nullptr, &size.width, &size.height,
                             &bits, &samples, &has_palette);
  if (failed != 0 || size.width < 1 || size.height < 1 || bits > 16 || samples > 4)
    return std::nullopt;
  if (type == MediaType::jp2 && !says_the_same_within(bytes, size)) return std::nullopt;
  return size;
}

// 8 or 32 bits a pixel, without palette and transparency.
PixPointer plain(PixPointer pix) {
  if (pixGetSpp(pix.get()) == 4) pix.reset(pixAlphaBlendUniform(pix.get(), 0xFFFFFF00));
  if (pix && pixGetColormap(pix.get()) != nullptr) {
    pix.reset(pixRemoveColormap(pix.get(), REMOVE_CMAP_BASED_ON_SRC));
  }
  if (pix && pixGetDepth(pix.get()) != 32) pix.reset(pixConvertTo8(pix.get(), /*cmapflag=*/0));
  return pix;
}

Raster raster_of(PIX* pix) {
  Raster raster{.width = pixGetWidth(pix),
                .height = pixGetHeight(pix),
                .channels = pixGetDepth(pix) == 32 ? 3 : 1};
  const auto size = static_cast<std::size_t>(raster.width) *
                    static_cast<std::size_t>(raster.height) *
                    static_cast<std::size_t>(raster.channels);
  raster.samples.resize(size);
  auto sample = raster.samples.begin();
  const int words = pixGetWpl(pix);
  for (int y = 0; y < raster.height; ++y) {
    const l_uint32* const line = pixGetData(pix) + static_cast<std::ptrdiff_t>(y) * words;
    for (int x = 0; x < raster.width; ++x) {
      if (raster.channels == 1) {
        // Leptonica keeps the first pixel in the highest byte of each 32-bit word.
        *sample++ = static_cast<std::uint8_t>(line[x / 4] >> (24 - 8 * (x % 4)));
      } else {
        for (const int shift : {24, 16, 8}) *sample++ = static_cast<std::uint8_t>(line[x] >> shift);
      }
    }
  }
  return raster;
}

// The resolution that the picture states where that makes a sheet of paper; else the office's where
// that makes an ordinary sheet; else that of an A4. Fax pages have half as many lines as columns an
// inch.
void set_resolution(Raster& raster, int stated_x, int stated_y) {
  const auto longer_side = [&raster](double x, double y) {
    return kPointsPerInch * std::max(raster.width / x, raster.height / y);
  };
  const int least = std::min(stated_x, stated_y);
  const int most = std::max(stated_x, stated_y);
  const bool stated = least >= kLeastDpi && most <= kMostDpi && most < 3 * least;
  // Cameras and programs that don't know write 72 or 96, whatever they took.
  const bool idle = most <= kIdleDpi && std::max(raster.width, raster.height) > kScreen;
  const double longer = stated ? longer_side(stated_x, stated_y) : 0;
  raster.dpi_x = raster.dpi_y = kAssumedDpi;
  if (!idle && longer >= kShortestPage && longer <= kLongestPage) {
    raster.dpi_x = stated_x;
    raster.dpi_y = stated_y;
  } else if (const double assumed = longer_side(kAssumedDpi, kAssumedDpi);
             assumed < kLongA5 || assumed > kLongA3) {
    raster.dpi_x = raster.dpi_y = std::max(raster.width, raster.height) * kPointsPerInch / kLongA4;
  }
}

class PictureReader final : public FileReader {
 public:
  PictureReader(MediaType type, std::string bytes, int pages, const ReadLimits& limits)
      : type_(type), bytes_(std::move(bytes)), pages_(pages), limits_(limits) {}

  [[nodiscard]] MediaType media_type() const override { return type_; }
  [[nodiscard]] int page_count() const override { return pages_; }
  [[nodiscard]] Result<Sheet> read(int number) override;

 private:
  MediaType type_;
  std::string bytes_;
  int pages_;
  ReadLimits limits_;
};

Result<Sheet> PictureReader::read(int number) {
  const auto damaged = [number](const char* what) {
    return tl::unexpected(Error{ErrorCode::damaged, what, {}, number});
  };
  if (number < 1 || number > pages_) return damaged("no such page");
  const std::optional<PictureSize> size = size_of(type_, bytes_, number);
  if (!size) return damaged("not a readable picture");
  if (static_cast<double>(size->width) * size->height > limits_.page_pixels ||
      size->width > kLongestSide || size->height > kLongestSide) {
    return tl::unexpected(Error{ErrorCode::too_large,
                                fmt::format("pixels: {} x {}", size->width, size->height),
                                {},
                                number});
  }
  PixPointer pix(type_ == MediaType::tiff
                     ? pixReadMemTiff(data_of(bytes_), bytes_.size(), number - 1)
                     : pixReadMem(data_of(bytes_), bytes_.size()));
  if (!pix) return damaged("the picture can't be decoded");
  const int stated_x = pixGetXRes(pix.get());
  const int stated_y = pixGetYRes(pix.get());
  pix = plain(std::move(pix));
  if (!pix) return damaged("the picture has no known form of pixels");

  Raster raster = without_needless_colour(raster_of(pix.get()));
  set_resolution(raster, stated_x, stated_y);
  Sheet sheet;
  sheet.number = number;
  sheet.width = raster.width * kPointsPerInch / raster.dpi_x;
  sheet.height = raster.height * kPointsPerInch / raster.dpi_y;
  sheet.raster = std::move(raster);
  return sheet;
}

}  // namespace

Result<std::unique_ptr<FileReader>> open_picture(MediaType type, std::string bytes,
                                                 const ReadLimits& limits) {
  setMsgSeverity(L_SEVERITY_NONE);  // Leptonica prints what it also returns
  const int pages = type == MediaType::tiff ? count_tiff_pages(bytes) : 1;
  if (pages < 1 || !size_of(type, bytes, 1)) {
    return tl::unexpected(
        Error{ErrorCode::damaged, fmt::format("not a readable picture: {}", name_of(type)), {}, 0});
  }
  if (pages > limits.pages)
    return tl::unexpected(Error{ErrorCode::too_large, fmt::format("pages: {}", pages), {}, 0});
  return std::make_unique<PictureReader>(type, std::move(bytes), pages, limits);
}

}  // namespace diarium
