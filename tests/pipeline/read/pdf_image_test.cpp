#include "pipeline/read/pdf_image.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "tests/pipeline/read/written_pdf.h"

namespace diarium {
namespace {

using test::sheet_of;
using test::written_pdf;
using test::WrittenPage;

// A page that shows an image of 2 x 3 grey pixels under the matrix `cm`: 10 20 / 30 40 / 50 60.
Sheet scan_of(std::string_view cm, std::string_view further = "") {
  const std::string image = test::stream_object(
      "/Type /XObject /Subtype /Image /Width 2 /Height 3 /ColorSpace /DeviceGray /BitsPerComponent "
      "8 /Filter "
      "/ASCIIHexDecode",
      "0A141E28323C>");
  return sheet_of(written_pdf(
      {WrittenPage{.content = "q " + std::string(cm) + " cm /Im Do Q " + std::string(further),
                   .resources = "/XObject << /Im 100 0 R >>",
                   .media_box = "[0 0 144 216]"}},
      {image}));
}

using Samples = std::vector<std::uint8_t>;

}  // namespace

TEST_CASE("scan: a picture that is the page comes out as it is stored") {
  const Sheet sheet = scan_of("144 0 0 216 0 0");
  REQUIRE(sheet.raster);
  CHECK(sheet.raster->samples == Samples{10, 20, 30, 40, 50, 60});
  CHECK(sheet.raster->dpi_x == Approx(1));
  CHECK(sheet.raster->dpi_y == Approx(1));
  CHECK(sheet.words.empty());
  CHECK(sheet.issues.empty());
}

TEST_CASE("scan: a picture that is laid turned or mirrored comes out as the page shows it") {
  CHECK(scan_of("144 0 0 -216 0 216").raster->samples == Samples{50, 60, 30, 40, 10, 20});
  CHECK(scan_of("-144 0 0 216 144 0").raster->samples == Samples{20, 10, 40, 30, 60, 50});
  const Sheet clockwise = scan_of("0 -216 144 0 0 216");
  CHECK(clockwise.raster->samples == Samples{50, 30, 10, 60, 40, 20});
  CHECK(clockwise.raster->width == 3);
  CHECK(clockwise.raster->dpi_x == Approx(1.5));
  CHECK(scan_of("0 216 -144 0 144 0").raster->samples == Samples{20, 40, 60, 10, 30, 50});
}

TEST_CASE("scan: a stencil paints black on white") {
  const std::string image = test::stream_object(
      "/Type /XObject /Subtype /Image /Width 8 /Height 2 /ImageMask true /Filter /ASCIIHexDecode",
      "0FAA>");
  const Sheet sheet = sheet_of(written_pdf({WrittenPage{.content = "q 144 0 0 216 0 0 cm /Im Do Q",
                                                        .resources = "/XObject << /Im 100 0 R >>",
                                                        .media_box = "[0 0 144 216]"}},
                                           {image}));
  REQUIRE(sheet.raster);
  CHECK(sheet.raster->samples ==
        Samples{0, 0, 0, 0, 255, 255, 255, 255, 255, 0, 255, 0, 255, 0, 255, 0});
}

TEST_CASE("scan: a scan that was stamped with a few letters is read as it looks") {
  for (const char* const ink : {"BT /F1 12 Tf 20 100 Td (Inkom) Tj ET", "20 20 m 100 20 l S"}) {
    const Sheet sheet = scan_of("144 0 0 216 0 0", ink);
    REQUIRE(sheet.raster);
    CHECK(sheet.raster->width == 600);
    CHECK(sheet.words.empty());
    CHECK(sheet.issues.empty());
  }
}

TEST_CASE("scan: a picture of half a page is no scan") {
  const Sheet sheet = scan_of("144 0 0 108 0 0");
  REQUIRE(sheet.raster);
  CHECK(sheet.raster->width == 600);
}

}  // namespace diarium
