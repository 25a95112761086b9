#include "pipeline/read/picture.h"

#include <leptonica/allheaders.h>
#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "tests/pipeline/read/written_pdf.h"

namespace diarium {
namespace {

std::string encoded(PIX* pix, int format) {
  l_uint8* bytes = nullptr;
  std::size_t size = 0;
  REQUIRE(pixWriteMem(&bytes, &size, pix, format) == 0);
  std::string result(reinterpret_cast<const char*>(bytes), size);
  lept_free(bytes);
  return result;
}

// White with one black pixel in the top left corner.
std::string picture(int width, int height, int depth, int format, int dpi_x = 0, int dpi_y = 0) {
  PIX* pix = pixCreate(width, height, depth);
  pixSetAllArbitrary(pix, depth == 1 ? 0 : 0xFFFFFF00 >> (depth == 32 ? 0 : 24));
  pixSetPixel(pix, 0, 0, depth == 1 ? 1 : 0);
  pixSetResolution(pix, dpi_x, dpi_y);
  std::string bytes = encoded(pix, format);
  pixDestroy(&pix);
  return bytes;
}

Sheet sheet_of(const std::string& bytes, int number = 1) {
  const test::ScratchFile file("picture", bytes);
  const auto reader = open_file(file.path(), OcrChoice::automatic, {});
  REQUIRE(reader);
  Result<Sheet> sheet = (*reader)->read(number);
  REQUIRE(sheet);
  REQUIRE(sheet->raster);
  return *std::move(sheet);
}

}  // namespace

TEST_CASE("picture: every kind and depth becomes eight-bit samples") {
  struct Row {
    int depth;
    int format;
  };
  for (const Row& row : {Row{1, IFF_PNG}, Row{8, IFF_PNG}, Row{32, IFF_PNG}, Row{1, IFF_TIFF_G4},
                         Row{8, IFF_TIFF_LZW}}) {
    CAPTURE(row.depth, row.format);
    const Sheet sheet = sheet_of(picture(20, 10, row.depth, row.format, 100, 100));
    CHECK(sheet.raster->channels == 1);
    REQUIRE(sheet.raster->samples.size() == 200);
    CHECK(sheet.raster->samples[0] == 0);
    CHECK(sheet.raster->samples[1] == 255);
    CHECK(sheet.raster->samples[199] == 255);
  }
  CHECK(sheet_of(picture(200, 100, 8, IFF_JFIF_JPEG)).raster->samples.back() == 255);
}

TEST_CASE("picture: colour that an eye sees is kept") {
  PIX* pix = pixCreate(2, 1, 32);
  pixSetRGBPixel(pix, 0, 0, 200, 20, 30);
  pixSetRGBPixel(pix, 1, 0, 255, 255, 255);
  const Sheet sheet = sheet_of(encoded(pix, IFF_PNG));
  pixDestroy(&pix);
  CHECK(sheet.raster->channels == 3);
  CHECK(sheet.raster->samples == std::vector<std::uint8_t>{200, 20, 30, 255, 255, 255});
}

TEST_CASE("picture: the sheet is as large as its resolution says, when that makes paper") {
  struct Row {
    int width, height, dpi_x, dpi_y;
    double page_width, page_height;
  };
  for (const Row& row : {
           Row{2480, 3508, 300, 300, 595, 842},   // a scan
           Row{1728, 1143, 204, 98, 610, 840},    // a fax
           Row{2480, 3508, 0, 0, 595, 842},       // says nothing
           Row{3000, 4000, 72, 72, 720, 960},     // a camera
           Row{1240, 1754, 0, 0, 595, 842},       // says nothing, 150 dpi
           Row{800, 600, 96, 96, 600, 450},       // a screen
           Row{2480, 3508, 9'000, 20, 595, 842},  // absurd
       }) {
    CAPTURE(row.width, row.dpi_x);
    const int format = row.dpi_x == 0 ? IFF_PNG : IFF_TIFF_G4;  // a TIFF always says something
    const Sheet sheet = sheet_of(picture(row.width, row.height, 1, format, row.dpi_x, row.dpi_y));
    CHECK(sheet.width == Approx(row.page_width).margin(1));
    CHECK(sheet.height == Approx(row.page_height).margin(1));
    CHECK(sheet.raster->dpi_x == Approx(row.width * kPointsPerInch / sheet.width));
  }
}

TEST_CASE("picture: a TIFF has as many pages as pictures, in any order") {
  l_uint8* bytes = nullptr;
  std::size_t size = 0;
  PIXA* pages = pixaCreate(3);
  for (const int width : {10, 20, 30}) pixaAddPix(pages, pixCreate(width, 10, 1), L_INSERT);
  REQUIRE(pixaWriteMemMultipageTiff(&bytes, &size, pages) == 0);
  const test::ScratchFile file("pages.tif", {reinterpret_cast<const char*>(bytes), size});
  lept_free(bytes);
  pixaDestroy(&pages);
  const auto reader = open_file(file.path(), OcrChoice::automatic, {});
  REQUIRE(reader);
  CHECK((*reader)->page_count() == 3);
  CHECK((*reader)->read(3)->raster->width == 30);
  CHECK((*reader)->read(1)->raster->width == 10);
  CHECK((*reader)->read(4).error().code == ErrorCode::damaged);
  CHECK(open_file(file.path(), OcrChoice::automatic, {.pages = 2}).error().code ==
        ErrorCode::too_large);
}

TEST_CASE("picture: JPEG 2000 is read; one whose head claims another size than it has is not") {
  std::string whole = picture(300, 200, 8, IFF_JP2);
  REQUIRE(media_type_of(whole) == MediaType::jp2);
  const auto reader = open_picture(MediaType::jp2, whole, {});
  REQUIRE(reader);
  CHECK((*reader)->read(1)->raster->width == 300);
  const std::size_t stream = whole.find("\xFF\x4F\xFF\x51");
  REQUIRE(stream != std::string::npos);
  whole[stream + 9] = '\x7F';
  CHECK(open_picture(MediaType::jp2, whole, {}).error().code == ErrorCode::damaged);
}

TEST_CASE("picture: size is checked before anything is decoded, damage is an error") {
  const ReadLimits limits{.page_pixels = 1e6};
  const auto large = open_picture(MediaType::png, picture(1'001, 1'000, 1, IFF_PNG), limits);
  REQUIRE(large);
  CHECK((*large)->read(1).error().code == ErrorCode::too_large);
  CHECK((*large)->read(1).error().page == 1);

  const std::string whole = picture(500, 500, 8, IFF_PNG);
  CHECK(open_picture(MediaType::png, whole.substr(0, 20), limits).error().code ==
        ErrorCode::damaged);
  const auto torn = open_picture(MediaType::png, whole.substr(0, whole.size() / 2), limits);
  REQUIRE(torn);
  CHECK((*torn)->read(1).error().code == ErrorCode::damaged);
  CHECK(
      open_picture(MediaType::tiff, std::string("II*\0\xFF\xFF\xFF\xFF", 8), limits).error().code ==
      ErrorCode::damaged);
}

}  // namespace diarium
