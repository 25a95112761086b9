#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "pipeline/read/read.h"
#include "tests/pipeline/read/written_pdf.h"

namespace diarium {
namespace {

using test::written_pdf;
using test::WrittenPage;

Sheet sheet_of(const std::string& pdf, OcrChoice choice = OcrChoice::automatic,
               const ReadLimits& limits = {}) {
  const test::ScratchFile file("page.pdf", pdf);
  const auto reader = open_file(file.path(), choice, limits);
  REQUIRE(reader);
  Result<Sheet> sheet = (*reader)->read(1);
  REQUIRE(sheet);
  return *std::move(sheet);
}

std::vector<std::string> texts_of(const Sheet& sheet) {
  std::vector<std::string> texts;
  for (const Word& word : sheet.words) texts.push_back((word.joined ? "+" : "") + word.text);
  return texts;
}

std::string page_of(std::string_view content) {
  return written_pdf({WrittenPage{.content = std::string(content)}});
}

}  // namespace

TEST_CASE("pdf: words stand where they are printed") {
  const Sheet sheet = sheet_of(page_of("BT /F1 12 Tf 72 742 Td (F\\366rslag till beslut) Tj ET"));
  CHECK(sheet.width == 595);
  CHECK(sheet.height == 842);
  CHECK_FALSE(sheet.raster);
  REQUIRE(texts_of(sheet) == std::vector<std::string>{"Förslag", "till", "beslut"});
  CHECK(sheet.words[0].box.left == Approx(72));
  CHECK(sheet.words[0].baseline == Approx(100));
  CHECK(sheet.words[0].size == Approx(12));
  CHECK(sheet.words[0].box.top < 100 - 8);
  CHECK(sheet.words[0].box.bottom > 100 + 1);
  CHECK(sheet.words[1].box.left > sheet.words[0].box.right + 2);
}

TEST_CASE("pdf: font names tell bold and italic") {
  const Sheet sheet = sheet_of(
      page_of("BT /F2 12 Tf 72 742 Td (fet) Tj /F3 12 Tf ( kursiv) Tj /F1 12 Tf ( rak) Tj ET"));
  REQUIRE(sheet.words.size() == 3);
  CHECK(sheet.words[0].style == Style{.bold = true});
  CHECK(sheet.words[1].style == Style{.italic = true});
  CHECK(sheet.words[2].style == Style{});
}

TEST_CASE("pdf: a footnote marker set by rise is a superscript") {
  const Sheet sheet =
      sheet_of(page_of("BT /F1 12 Tf 72 742 Td (samh\\344llet) Tj /F1 7 Tf 4 Ts (1) Tj 0 Ts /F1 12 "
                       "Tf ( ska) Tj ET"));
  REQUIRE(texts_of(sheet) == std::vector<std::string>{"samhället", "+1", "ska"});
  CHECK(sheet.words[1].style.superscript);
}

TEST_CASE("pdf: the text that a span says it stands for replaces what its fonts say") {
  const Sheet sheet = sheet_of(
      page_of("BT /F1 12 Tf 72 742 Td (B) Tj /Span << /ActualText (ESLUT) >> BDC (eslut) Tj EMC "
              "( ) Tj /Span << /ActualText <FEFF00E5> >> BDC (ao) Tj EMC (r) Tj ET"));
  CHECK(texts_of(sheet) == std::vector<std::string>{"BESLUT", "år"});
}

TEST_CASE("pdf: letters spaced out by an advance that is taken back stay one word") {
  const Sheet sheet = sheet_of(
      page_of("BT /F1 10 Tf 5 Tc 72 742 Td [(n) 500 (\\344) 500 (m) 500 (n) 500 (d)] TJ ET"));
  CHECK(texts_of(sheet) == std::vector<std::string>{"nämnd"});
}

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

TEST_CASE("pdf: places count from the corner of what is shown") {
  const Sheet sheet = sheet_of(
      written_pdf({WrittenPage{.content = "BT /F1 12 Tf 110 742 Td (inne) Tj 400 0 Td (ute) Tj ET",
                               .attributes = "/CropBox [100 42 400 842]"}}));
  CHECK(sheet.width == 300);
  REQUIRE(texts_of(sheet) == std::vector<std::string>{"inne"});
  CHECK(sheet.words[0].box.left == Approx(10));
}

TEST_CASE("pdf: lines, boxes and thin fills become rulings and areas") {
  const Sheet sheet =
      sheet_of(page_of("BT /F1 12 Tf 72 742 Td (Tabell) Tj ET 0.5 w 72 700 m 300 700 l S 72 600 "
                       "200 1 re f 0.9 g 72 500 200 50 re f"));
  CHECK(sheet.rulings.size() == 2);
  REQUIRE(sheet.areas.size() == 1);
  CHECK(sheet.areas[0].filled);
  CHECK(sheet.areas[0].darkness == Approx(0.1).margin(0.01));
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

namespace {

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

TEST_CASE("scan: a picture smaller than the page keeps its place on white paper") {
  const Sheet sheet = scan_of("135 0 0 205 9 11");
  REQUIRE(sheet.raster);
  CHECK(sheet.raster->width == 2);
  const Sheet printed = scan_of("144 0 0 216 0 0", "BT /F1 12 Tf 20 100 Td (Inkom) Tj ET");
  CHECK_FALSE(printed.raster);
}

TEST_CASE("scan: letters on a picture are read with it, when they say nothing by themselves") {
  const Sheet sheet = scan_of("144 0 0 216 0 0", "20 20 m 100 20 l S");
  REQUIRE(sheet.raster);
  CHECK(sheet.raster->width == 600);
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

}  // namespace diarium
