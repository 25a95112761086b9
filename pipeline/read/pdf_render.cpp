#include "pipeline/read/pdf_render.h"

#include <poppler/Page.h>
#include <poppler/SplashOutputDev.h>
#include <poppler/splash/SplashBitmap.h>

#include <algorithm>
#include <cmath>

#include "pipeline/read/page_watch.h"

namespace diarium {
namespace {

constexpr int kLongestSide = 32'767;  // pixels; what Leptonica and Tesseract can take

constexpr double kLongestPainting = 30;  // seconds of CPU; large maps take some

bool is_watch_over(void* watch) {
  return static_cast<const PageWatch*>(watch)->is_over();
}

double dpi_within(double width, double height, const ReadLimits& limits) {
  const double inches = width * height / (kPointsPerInch * kPointsPerInch);
  double dpi = limits.render_dpi;
  dpi = std::min(dpi, std::sqrt(limits.page_pixels / inches));
  return std::min(dpi, (kLongestSide - 1) * kPointsPerInch / std::max(width, height));
}

bool is_near(int pixels, double expected) {
  return std::abs(pixels - expected) <= 1.5;
}

}  // namespace

std::optional<Raster> render_page(PDFDoc& document, int number, int turn,
                                  const ReadLimits& limits) {
  const Page* const page = document.getPage(number);
  double width = page->getCropWidth();
  double height = page->getCropHeight();
  if ((page->getRotate() + turn) % 180 != 0) std::swap(width, height);
  if (!(width > 0) || !(height > 0)) return std::nullopt;
  const double dpi = dpi_within(width, height, limits);

  SplashColor paper;
  paper[0] = 0xFF;
  SplashOutputDev device(splashModeMono8, /*bitmapRowPad=*/1, /*reverseVideo=*/false, paper);
  device.startDoc(&document);
  PageWatch watch(kLongestPainting);
  document.displayPage(&device, number, dpi, dpi, turn, /*useMediaBox=*/false,
                       /*crop=*/true, /*printing=*/false, is_watch_over, &watch);
  if (watch.is_over()) return std::nullopt;
  const SplashBitmap* const bitmap = device.getBitmap();
  if (bitmap == nullptr || bitmap->getDataPtr() == nullptr) return std::nullopt;
  const double scale = dpi / kPointsPerInch;
  // Poppler answers pages that it finds too large with one pixel and no error.
  if (!is_near(bitmap->getWidth(), width * scale) ||
      !is_near(bitmap->getHeight(), height * scale)) {
    return std::nullopt;
  }

  Raster raster{.width = bitmap->getWidth(),
                .height = bitmap->getHeight(),
                .channels = 1,
                .dpi_x = bitmap->getWidth() * kPointsPerInch / width,
                .dpi_y = bitmap->getHeight() * kPointsPerInch / height,
                .samples = {}};
  raster.samples.reserve(static_cast<std::size_t>(raster.width) *
                         static_cast<std::size_t>(raster.height));
  for (int y = 0; y < raster.height; ++y) {
    const auto* const row =
        bitmap->getDataPtr() + static_cast<std::ptrdiff_t>(y) * bitmap->getRowSize();
    raster.samples.insert(raster.samples.end(), row, row + raster.width);
  }
  return raster;
}

}  // namespace diarium
