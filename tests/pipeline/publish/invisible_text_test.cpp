#include "pipeline/publish/invisible_text.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/publish/sample_contents.h"

using namespace diarium;

namespace {

constexpr PdfBox kA4{0, 0, 595, 842};

/// The text matrix of the first word.
std::string matrix_of(const Page& page, const PdfBox& crop) {
  InvisibleFonts fonts;
  const std::string text = invisible_text_of(page, crop, fonts);
  const std::size_t begin = text.find("Tr\n") + 3;
  return text.substr(begin, text.find(" Tm") - begin);
}

Page page_turned(int rotation, double width, double height) {
  Page page = page_of_lines(1, {{"Almvik"}});
  page.rotation = rotation;
  page.width = width;
  page.height = height;
  return page;
}

}  // namespace

TEST_CASE("invisible text: a word stands on its baseline, wherever the page was turned") {
  // The word begins 72 points from the left edge of the upright page and 100 below its top.
  CHECK(matrix_of(page_turned(0, 595, 842), kA4) == "1 0 0 1 72.00 742.00");
  CHECK(matrix_of(page_turned(90, 842, 595), kA4) == "0 1 -1 0 100.00 72.00");
  CHECK(matrix_of(page_turned(180, 595, 842), kA4) == "-1 0 0 -1 523.00 100.00");
  CHECK(matrix_of(page_turned(270, 842, 595), kA4) == "0 -1 1 0 495.00 770.00");
}

TEST_CASE("invisible text: a crop box that begins elsewhere, and another scale") {
  CHECK(matrix_of(page_turned(0, 595, 842), {10, 20, 605, 862}) == "1 0 0 1 82.00 762.00");
  CHECK(matrix_of(page_turned(0, 595, 842), {0, 0, 1190, 1684}) == "1 0 0 1 144.00 1484.00");
}

TEST_CASE("invisible text: only what was recognised") {
  InvisibleFonts fonts;
  Page page = page_of_lines(1, {{"Almvik", "kommun"}});
  page.origin = Origin::mixed;
  page.words[0].confidence = 1;
  const std::string text = invisible_text_of(page, kA4, fonts);
  CHECK(text.find("0 0 1 72.00") == std::string::npos);
  CHECK(text.find("0 0 1 138.00") != std::string::npos);
  page.origin = Origin::embedded;
  CHECK(invisible_text_of(page, kA4, fonts).empty());
}

TEST_CASE("invisible text: a font holds 255 letters, the next one the others") {
  InvisibleFonts fonts;
  for (char32_t letter = U'A'; letter < U'A' + 300; ++letter) fonts.code_of(letter);
  REQUIRE(fonts.fonts().size() == 2);
  CHECK(fonts.fonts()[0].size() == 255);
  CHECK(fonts.code_of(U'B').code == 2);
  CHECK(fonts.code_of(U'A' + 255).font == 1);
}
