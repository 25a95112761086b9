#include "pipeline/ocr/word_reading.h"

#include <catch2/catch.hpp>

#include "drawn_page.h"
#include "pipeline/ocr/language_models.h"

using namespace diarium;

TEST_CASE("word reading: words of a line come in reading order, on one baseline") {
  tesseract::TessBaseAPI tesseract;
  load_models(tesseract, "swe+Latin", {});
  const PrintedLine line{.text = "Nämnden beslutar", .baseline = 50};
  const Galley galley(to_grey_image(drawn_page({line}, {.height = 80})), nullptr, nullptr, 200);
  tesseract.SetPageSegMode(tesseract::PSM_SINGLE_COLUMN);
  tesseract.SetImage(galley.image().get());
  tesseract.SetSourceResolution(200);
  REQUIRE(tesseract.Recognize(nullptr) == 0);
  const auto words =
      read_words(tesseract, galley, {.points_per_pixel_x = 0.36, .points_per_pixel_y = 0.36});
  REQUIRE(words.size() == 2);
  CHECK(words[0].word.text == "Nämnden");
  CHECK(words[1].word.text == "beslutar");
  REQUIRE(words[0].letters.size() == 7);
  CHECK(words[0].letters[1].text == "ä");
  CHECK(words[0].letters[6].box.right == Approx(words[0].word.box.right).margin(1));
  CHECK(words[1].word.baseline == Approx(50).margin(1));
  CHECK(words[1].word.box.left == Approx(printed_box(line, "beslutar").left).margin(1.5));
}

TEST_CASE("word reading: before anything is recognised there are no words") {
  tesseract::TessBaseAPI tesseract;
  CHECK(read_words(tesseract, Galley(nullptr, nullptr, nullptr, 200), {}).empty());
}
