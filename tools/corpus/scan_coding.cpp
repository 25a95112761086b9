#include <leptonica/allheaders.h>

#include <cstdlib>
#include <memory>
#include <stdexcept>

#include "tools/corpus/scan.h"

namespace diarium::corpus {
namespace {

struct DropPix {
  void operator()(Pix* pix) const { pixDestroy(&pix); }
};
using PixPointer = std::unique_ptr<Pix, DropPix>;

PixPointer pix_of(const ScannedPage& page, int depth) {
  PixPointer pix(pixCreate(page.width, page.height, depth));
  std::size_t at = 0;
  for (int y = 0; y < page.height; ++y) {
    for (int x = 0; x < page.width; ++x) {
      if (depth == 32) {
        pixSetRGBPixel(pix.get(), x, y, page.samples[at], page.samples[at + 1],
                       page.samples[at + 2]);
      } else if (depth == 1) {
        pixSetPixel(pix.get(), x, y, page.samples[at] < 128 ? 1 : 0);
      } else {
        pixSetPixel(pix.get(), x, y, page.samples[at]);
      }
      at += static_cast<std::size_t>(page.channels);
    }
  }
  pixSetResolution(pix.get(), static_cast<int>(page.dpi_x), static_cast<int>(page.dpi_y));
  return pix;
}

int depth_of(const ScannedPage& page) {
  return page.channels == 3 ? 32 : 8;
}

std::string taken(l_uint8* data, std::size_t size) {
  if (data == nullptr) throw std::runtime_error("Leptonica could not code a page");
  std::string bytes(reinterpret_cast<const char*>(data), size);
  std::free(data);
  return bytes;
}

void code_as_fax(const ScannedPage& page, PagePicture& picture) {
  const PixPointer pix = pix_of(page, 1);
  L_COMP_DATA* coded = nullptr;
  if (pixGenerateCIData(pix.get(), L_G4_ENCODE, 0, 0, &coded) != 0) {
    throw std::runtime_error("Leptonica could not code a fax page");
  }
  picture.coding = PagePicture::Coding::ccitt_g4;
  picture.bytes.assign(reinterpret_cast<const char*>(coded->datacomp), coded->nbytescomp);
  picture.inverted = coded->minisblack != 0;
  l_CIDataDestroy(&coded);
}

}  // namespace

std::string jpeg_of(const ScannedPage& page, int quality) {
  const PixPointer pix = pix_of(page, depth_of(page));
  l_uint8* data = nullptr;
  std::size_t size = 0;
  pixWriteMemJpeg(&data, &size, pix.get(), quality, 0);
  return taken(data, size);
}

std::string png_of(const ScannedPage& page) {
  const PixPointer pix = pix_of(page, depth_of(page));
  l_uint8* data = nullptr;
  std::size_t size = 0;
  pixWriteMemPng(&data, &size, pix.get(), 0);
  return taken(data, size);
}

std::string tiff_of(const std::vector<ScannedPage>& pages) {
  Pixa* all = pixaCreate(static_cast<int>(pages.size()));
  for (const ScannedPage& page : pages) pixaAddPix(all, pix_of(page, 1).release(), L_INSERT);
  l_uint8* data = nullptr;
  std::size_t size = 0;
  pixaWriteMemMultipageTiff(&data, &size, all);
  pixaDestroy(&all);
  return taken(data, size);
}

PagePicture coded(const ScannedPage& page, const ScanRecipe& recipe) {
  PagePicture picture{.colour = page.channels == 3,
                      .width = page.width,
                      .height = page.height,
                      .page_width = page.width * kPointsPerInch / page.dpi_x,
                      .page_height = page.height * kPointsPerInch / page.dpi_y};
  if (recipe.bilevel) {
    code_as_fax(page, picture);
  } else {
    picture.bytes = jpeg_of(page, recipe.jpeg_quality);
  }
  return picture;
}

}  // namespace diarium::corpus
