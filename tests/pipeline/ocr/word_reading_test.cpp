#include "pipeline/ocr/word_reading.h"

#include <catch2/catch.hpp>

#include "drawn_page.h"
#include "pipeline/ocr/language_models.h"

using namespace diarium;

namespace {

constexpr Placement kPlacement{.points_per_pixel_x = 0.36, .points_per_pixel_y = 0.36};

void recognise(tesseract::TessBaseAPI& tesseract, const Image& image) {
  load_models(tesseract, "swe+Latin", {});
  tesseract.SetPageSegMode(tesseract::PSM_SINGLE_BLOCK);
  tesseract.SetImage(image.get());
  tesseract.SetSourceResolution(200);
  REQUIRE(tesseract.Recognize(nullptr) == 0);
}

}  // namespace

TEST_CASE("word reading: words of a line come in reading order, on one baseline") {
  tesseract::TessBaseAPI tesseract;
  const PrintedLine line{.text = "Nämnden beslutar", .baseline = 50};
  const Galley galley(to_grey_image(drawn_page({line}, {.height = 80})), nullptr, nullptr, 200);
  recognise(tesseract, galley.image());
  const auto words = read_words(tesseract, galley, kPlacement);
  REQUIRE(words.size() == 2);
  CHECK(words[0].word.text == "Nämnden");
  CHECK(words[1].word.text == "beslutar");
  REQUIRE(words[0].letters.size() == 7);
  CHECK(words[0].letters[1].text == "ä");
  CHECK(words[0].letters[6].box.right == Approx(words[0].word.box.right).margin(1));
  CHECK(words[1].word.baseline == Approx(50).margin(1));
  CHECK(words[1].word.box.left == Approx(printed_box(line, "beslutar").left).margin(1.5));
}

TEST_CASE("word reading: of a narrowed image the words stand where the galley has them") {
  tesseract::TessBaseAPI tesseract;
  const PrintedLine line{.text = "Nämnden beslutar", .baseline = 50};
  const Galley galley(to_grey_image(drawn_page({line}, {.height = 80})), nullptr, nullptr, 200);
  const Image narrow(pixScaleGrayLI(galley.image().get(), 0.8F, 1));
  recognise(tesseract, narrow);
  const auto words = read_words(tesseract, galley, kPlacement, 0.8);
  REQUIRE(words.size() == 2);
  const Rect printed = printed_box(line, "beslutar");
  CHECK(words[1].word.text == "beslutar");
  CHECK(words[1].word.box.left == Approx(printed.left).margin(1.5));
  CHECK(words[1].word.box.right == Approx(printed.right).margin(1.5));
  CHECK(words[1].word.baseline == Approx(50).margin(1));
}

TEST_CASE("word reading: signs that tower over their line are a logo and no words") {
  tesseract::TessBaseAPI tesseract;
  const Galley galley(
      to_grey_image(drawn_page({{.text = "=)", .left = 40, .baseline = 54, .size = 34},
                                {.text = "Almviks kommun", .left = 84}},
                               {.height = 90})),
      nullptr, nullptr, 200);
  recognise(tesseract, galley.image());
  const std::unique_ptr<char[]> read(tesseract.GetUTF8Text());
  INFO(read.get());
  const auto words = read_words(tesseract, galley, kPlacement);
  REQUIRE(words.size() == 2);
  CHECK(words[0].word.text == "Almviks");
}

TEST_CASE("word reading: before anything is recognised there are no words") {
  tesseract::TessBaseAPI tesseract;
  CHECK(read_words(tesseract, Galley(nullptr, nullptr, nullptr, 200), {}).empty());
}
