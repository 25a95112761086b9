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
  REQUIRE(sheet.raster);
  CHECK(sheet.issues == std::vector<std::string>{"text_layer_rejected"});
  CHECK(texts_of(sheet) == std::vector<std::string>{"Besluf"});  // beside the raster, for OCR
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

TEST_CASE("pdf: words under a black box are left out, and the page says so") {
  const Sheet sheet = sheet_of(
      page_of("BT /F1 12 Tf 72 742 Td (Namn) Tj 60 0 Td (Okand) Tj ET 0 g 125 735 60 20 re f"));
  CHECK(texts_of(sheet) == std::vector<std::string>{"Namn"});
  CHECK(sheet.issues == std::vector<std::string>{"readable_under_redaction"});
  CHECK_FALSE(sheet.raster);
}

TEST_CASE("pdf: black letters on black are as readable to a machine as under it") {
  const Sheet sheet = sheet_of(page_of(
      "BT /F1 12 Tf 72 742 Td (Namn) Tj ET 125 735 60 20 re f BT 132 742 Td (Okand) Tj ET"));
  CHECK(texts_of(sheet) == std::vector<std::string>{"Namn"});
  CHECK(sheet.issues == std::vector<std::string>{"readable_under_redaction"});
}

TEST_CASE("pdf: white words are hidden, white words on a dark band are not") {
  const Sheet hidden =
      sheet_of(page_of("BT /F1 12 Tf 72 742 Td (Synlig rad) Tj 1 g 0 -20 Td (Vitt ord) Tj ET"));
  CHECK(texts_of(hidden) == std::vector<std::string>{"Synlig", "rad"});
  CHECK(hidden.issues == std::vector<std::string>{"hidden_text"});
  const Sheet band =
      sheet_of(page_of("0 0 0.5 rg 60 735 300 20 re f 1 g BT /F1 12 Tf 72 742 Td (Utfall) Tj ET"));
  CHECK(texts_of(band) == std::vector<std::string>{"Utfall"});
  CHECK(band.issues.empty());
}

TEST_CASE("pdf: optional content that is switched off isn't read") {
  const std::string pdf =
      written_pdf({WrittenPage{.content = "/OC /Off BDC BT /F1 12 Tf 72 742 Td (Utkast) Tj ET EMC "
                                          "BT /F1 12 Tf 72 700 Td (Beslut) Tj ET",
                               .resources = "/Properties << /Off 100 0 R >>"}},
                  {"<< /Type /OCG /Name (Utkast) >>"},
                  "/OCProperties << /OCGs [100 0 R] /D << /OFF [100 0 R] >> >>");
  CHECK(texts_of(sheet_of(pdf)) == std::vector<std::string>{"Beslut"});
}

TEST_CASE("pdf: what a form field shows is read, what it hides is not") {
  const std::string appearance = test::stream_object(
      "/Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /F1 << /Type /Font "
      "/Subtype /Type1 /BaseFont /Helvetica >> >> >>",
      "BT /F1 12 Tf 2 5 Td (Ifyllt) Tj ET");
  const auto field = [](std::string_view flags) {
    return "<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /Rect [72 700 272 720] /F " +
           std::string(flags) + " /AP << /N 101 0 R >> >>";
  };
  const auto words_with = [&](std::string_view flags) {
    return texts_of(sheet_of(
        written_pdf({WrittenPage{.attributes = "/Annots [100 0 R]"}}, {field(flags), appearance})));
  };
  CHECK(words_with("4") == std::vector<std::string>{"Ifyllt"});
  CHECK(words_with("2").empty());
}

TEST_CASE("pdf: what lies outside the crop box isn't on the page") {
  const Sheet sheet = sheet_of(
      written_pdf({WrittenPage{.content = "BT /F1 12 Tf 72 742 Td (Inne) Tj 0 -700 Td (Ute) Tj ET",
                               .attributes = "/CropBox [0 400 595 842]"}}));
  CHECK(sheet.height == 442);
  CHECK(texts_of(sheet) == std::vector<std::string>{"Inne"});
}

TEST_CASE("pdf: a picture of billions of pixels is refused before it is looked at") {
  const std::string pdf =
      written_pdf({WrittenPage{.content = "595 0 0 842 0 0 cm /Im Do",
                               .resources = "/XObject << /Im 100 0 R >>"}},
                  {test::stream_object("/Type /XObject /Subtype /Image /Width 60000 /Height 60000 "
                                       "/ColorSpace /DeviceRGB /BitsPerComponent 8",
                                       "x")});
  const test::ScratchFile file("stor.pdf", pdf);
  const auto reader = open_file(file.path(), OcrChoice::automatic, {});
  REQUIRE(reader);
  CHECK((*reader)->read(1).error().code == ErrorCode::too_large);
}

TEST_CASE("pdf: a page with one line in a font that says nothing has words and a raster") {
  const std::string unmapped =
      "/U << /Type /Font /Subtype /Type0 /BaseFont /Okand /Encoding /Identity-H /DescendantFonts "
      "[<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Okand /CIDSystemInfo << /Registry (Adobe) "
      "/Ordering (Identity) /Supplement 0 >> >>] >>";
  std::string codes;
  for (int i = 0; i < 20; ++i) codes += "0102";
  const std::string line = "BT /F1 12 Tf 72 700 Td (Kommunstyrelsens beslut om planen) Tj ET ";
  const Sheet sheet = sheet_of(written_pdf({WrittenPage{
      .content = line + line + "BT /U 12 Tf 72 742 Td <" + codes + "> Tj ET", .fonts = unmapped}}));
  CHECK(texts_of(sheet) == std::vector<std::string>{"Kommunstyrelsens", "beslut", "om", "planen"});
  CHECK(sheet.raster.has_value());
  CHECK(sheet.origin == Origin::mixed);
}

TEST_CASE("pdf: a page that is broken and draws nothing isn't blank") {
  const Sheet sheet = sheet_of(page_of("BT /F1 12 Tf 72 742 Td Beslut) Tj ET"));
  CHECK(sheet.words.empty());
  CHECK(sheet.issues == std::vector<std::string>{"partial_page", "page_warnings"});
}

TEST_CASE("pdf: words that a clip hides are hidden words") {
  const Sheet sheet =
      sheet_of(page_of("BT /F1 12 Tf 72 742 Td (Synlig) Tj ET q 0 0 10 10 re W n BT /F1 12 Tf 72 "
                       "700 Td (Dold) Tj ET "
                       "Q"));
  CHECK(texts_of(sheet) == std::vector<std::string>{"Synlig"});
  CHECK(sheet.issues == std::vector<std::string>{"hidden_text"});
}

TEST_CASE(
    "pdf: what annotations draw counts as drawn: lines strike, black boxes hide, markers don't") {
  const auto sheet_with = [](std::string_view annotation) {
    return sheet_of(written_pdf({WrittenPage{.content = "BT /F1 12 Tf 72 700 Td (Namn) Tj ET",
                                             .attributes = "/Annots [100 0 R]"}},
                                {"<< /Type /Annot /F 4 /Rect [72 697 106 711] /QuadPoints [72 711 "
                                 "106 711 72 697 106 697] " +
                                 std::string(annotation) + " >>"}));
  };
  const Sheet struck = sheet_with("/Subtype /StrikeOut /C [1 0 0]");
  CHECK(texts_of(struck) == std::vector<std::string>{"Namn"});
  REQUIRE(struck.rulings.size() == 1);
  CHECK(struck.rulings[0].box.centre().y < struck.words[0].baseline - 2);
  CHECK(texts_of(sheet_with("/Subtype /Highlight /C [1 1 0]")).size() == 1);
  const Sheet boxed = sheet_with("/Subtype /Square /C [0 0 0] /IC [0 0 0]");
  CHECK(boxed.words.empty());
  CHECK(boxed.issues == std::vector<std::string>{"readable_under_redaction"});
}

}  // namespace diarium
