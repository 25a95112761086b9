#include "pipeline/read/pdf_render.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "tests/pipeline/read/written_pdf.h"

namespace diarium {
using test::page_of;
using test::sheet_of;
using test::written_pdf;
using test::WrittenPage;

TEST_CASE("pdf: a rendered page has the size that was asked for") {
  const std::string pdf = page_of("BT /F1 12 Tf 72 742 Td (Beslut) Tj ET");
  const Sheet sheet = sheet_of(pdf, OcrChoice::always);
  REQUIRE(sheet.raster);
  CHECK(sheet.raster->width == Approx(595 * 300 / 72.0).margin(1));
  CHECK(sheet.raster->height == Approx(842 * 300 / 72.0).margin(1));
  CHECK(sheet.raster->dpi_x == Approx(300).margin(0.2));
  CHECK(sheet.raster->samples.size() == static_cast<std::size_t>(sheet.raster->width) *
                                            static_cast<std::size_t>(sheet.raster->height));
  const Sheet small = sheet_of(pdf, OcrChoice::always, {.page_pixels = 1e6});
  REQUIRE(small.raster);
  CHECK(small.raster->width * small.raster->height <= 1'005'000);
}

TEST_CASE("pdf: a page as large as a house is drawn small, not left out") {
  const Sheet sheet = sheet_of(written_pdf(
      {WrittenPage{.content = "10 w 0 0 m 14000 14000 l S", .media_box = "[0 0 14400 14400]"}}));
  REQUIRE(sheet.raster);
  CHECK(sheet.raster->width == Approx(10'000).margin(2));
}

}  // namespace diarium
