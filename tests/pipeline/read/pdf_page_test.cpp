#include "pipeline/read/pdf_page.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "tests/pipeline/read/written_pdf.h"

namespace diarium {
using test::page_of;
using test::sheet_of;
using test::texts_of;
using test::written_pdf;
using test::WrittenPage;

TEST_CASE("pdf: a turned page is read upright") {
  const Sheet sheet = sheet_of(written_pdf({WrittenPage{
      .content = "BT /F1 12 Tf 0 1 -1 0 100 72 Tm (Bilaga) Tj ET", .attributes = "/Rotate 90"}}));
  CHECK(sheet.width == 842);
  CHECK(sheet.height == 595);
  CHECK(sheet.rotation == 90);
  REQUIRE(texts_of(sheet) == std::vector<std::string>{"Bilaga"});
  CHECK(sheet.words[0].box.left == Approx(72));
  CHECK(sheet.words[0].baseline == Approx(100));
}

TEST_CASE("pdf: a blank page gives neither words nor pixels") {
  const Sheet sheet = sheet_of(page_of("1 g 0 0 595 842 re f"));
  CHECK(sheet.words.empty());
  CHECK_FALSE(sheet.raster);
  CHECK(sheet.issues.empty());
}

TEST_CASE("pdf: a layer without ink is not believed, but kept when OCR is switched off") {
  const std::string pdf = page_of("BT 3 Tr /F1 12 Tf 72 742 Td (Besluf) Tj ET");
  const Sheet sheet = sheet_of(pdf);
  CHECK(sheet.words.empty());
  REQUIRE(sheet.raster);
  CHECK(sheet.issues == std::vector<std::string>{"text_layer_rejected"});
  CHECK(texts_of(sheet_of(pdf, OcrChoice::never)) == std::vector<std::string>{"Besluf"});
}

TEST_CASE("pdf: a page set sideways is turned until its letters stand upright") {
  const Sheet sheet = sheet_of(page_of("BT /F1 12 Tf 0 1 -1 0 100 72 Tm (Budget 2024) Tj ET"));
  CHECK(sheet.rotation == 90);
  CHECK(sheet.width == 842);
  REQUIRE(texts_of(sheet) == std::vector<std::string>{"Budget", "2024"});
  CHECK(sheet.words[0].box.left == Approx(72));
  CHECK(sheet.words[0].baseline == Approx(100));
}

TEST_CASE("pdf: a broken page warns, and the others are still read") {
  const std::string pdf =
      written_pdf({WrittenPage{.content = "BT /F1 12 Tf 72 742 Td (Ett) Tj /Nej gs ET q ] foo"},
                   WrittenPage{.content = "BT /F1 12 Tf 72 742 Td (Beslut) Tj ET"}});
  const Sheet first = sheet_of(pdf);
  CHECK(texts_of(first) == std::vector<std::string>{"Ett"});
  CHECK(first.issues == std::vector<std::string>{"page_warnings"});
}

}  // namespace diarium
