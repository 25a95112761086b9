#include "pipeline/read/pdf_recorder.h"

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

TEST_CASE("pdf: bullets of symbol fonts are the signs that are printed") {
  const Sheet sheet = sheet_of(
      written_pdf({WrittenPage{.content = "BT /W 12 Tf 72 742 Td (\\247) Tj /F1 12 Tf ( att) Tj ET",
                               .fonts = "/W << /Type /Font /Subtype /TrueType /BaseFont /Wingdings "
                                        "/Encoding /WinAnsiEncoding >>"}}));
  CHECK(texts_of(sheet) == std::vector<std::string>{"▪", "att"});
}

TEST_CASE("pdf: a page of a million letters is cut, and says so") {
  std::string content = "BT /F1 1 Tf 72 742 Td ";
  for (int i = 0; i < 3'000; ++i) content += "(" + std::string(100, 'a') + ") Tj 0 -0.2 Td ";
  const Sheet sheet = sheet_of(page_of(content + "ET"));
  CHECK_FALSE(sheet.words.empty());
  CHECK(sheet.issues == std::vector<std::string>{"partial_page"});
}

TEST_CASE("pdf: a page of more lines than are followed still gives its last words") {
  std::string content;
  for (int i = 0; i < 25'000; ++i) content += "0 0 m 9 0 l S ";
  const Sheet sheet = sheet_of(page_of(content + "BT /F1 12 Tf 72 742 Td (Sist) Tj ET"));
  CHECK(texts_of(sheet) == std::vector<std::string>{"Sist"});
  CHECK(sheet.issues == std::vector<std::string>{"partial_page"});
}

TEST_CASE("pdf: states saved without end are not followed") {
  std::string content;
  for (int i = 0; i < 100'000; ++i) content += "q ";
  CHECK(sheet_of(page_of(content)).issues == std::vector<std::string>{"partial_page"});
}

}  // namespace diarium
