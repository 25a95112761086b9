#include "pipeline/read/pdf_pictures.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/read/written_pdf.h"

namespace diarium {
namespace {

/// An A4 page with a line of text and a picture of 150 by 100 grey pixels, which is placed by
/// `matrix`; more operators in `ink`.
Sheet page_with_picture(const std::string& matrix, const std::string& ink = "",
                        OcrChoice choice = OcrChoice::automatic) {
  std::string samples(150 * 100, '\xFF');
  samples[0] = '\0';
  const std::string image = test::stream_object(
      "/Subtype /Image /Width 150 /Height 100 /ColorSpace /DeviceGray /BitsPerComponent 8",
      samples);
  const std::string text = "BT /F1 12 Tf 72 742 Td (F\\366rslag till beslut om planen) Tj ET ";
  return test::sheet_of(test::written_pdf({{.content = text + "q " + matrix + " cm /Im Do Q " + ink,
                                            .resources = "/XObject << /Im 100 0 R >>"}},
                                          {image}),
                        choice);
}

}  // namespace

TEST_CASE("pdf pictures: a picture beside text carries its pixels and its place") {
  const Sheet sheet = page_with_picture("150 0 0 100 72 500");
  CHECK_FALSE(sheet.raster);
  CHECK(sheet.words.size() == 5);
  REQUIRE(sheet.pictures.size() == 1);
  CHECK(sheet.pictures[0].box == Rect{72, 242, 222, 342});
  REQUIRE(sheet.pictures[0].raster);
  CHECK(sheet.pictures[0].raster->width == 150);
  CHECK(sheet.pictures[0].raster->samples[0] == 0);
  CHECK(wants_recognition(sheet));
}

TEST_CASE("pdf pictures: a logo, a picture of few pixels and the ground of text aren't read") {
  CHECK_FALSE(wants_recognition(page_with_picture("60 0 0 40 72 500")));
  CHECK_FALSE(wants_recognition(page_with_picture("500 0 0 400 72 100")));
  CHECK_FALSE(wants_recognition(page_with_picture(
      "150 0 0 100 72 500", "BT /F1 12 Tf 80 550 Td (Text som st\\345r p\\345 bilden) Tj ET")));
  CHECK_FALSE(wants_recognition(page_with_picture("150 0 0 100 72 500", "", OcrChoice::never)));
}

TEST_CASE("pdf pictures: of a cut picture only what the page shows is read") {
  const Sheet sheet = page_with_picture("150 0 0 100 520 500");
  CHECK_FALSE(wants_recognition(sheet));  // 75 points are left
  const Sheet wide = page_with_picture("300 0 0 200 400 500");
  REQUIRE(wide.pictures.size() == 1);
  CHECK(wide.pictures[0].box.right == 595);
  REQUIRE_FALSE(wants_recognition(wide));  // 36 pixels an inch
  const Sheet cut = page_with_picture("160 0 0 110 450 500");
  REQUIRE(cut.pictures[0].raster);
  CHECK(cut.pictures[0].raster->width == Approx(145 * 300 / 72.0).margin(2));
}

}  // namespace diarium
