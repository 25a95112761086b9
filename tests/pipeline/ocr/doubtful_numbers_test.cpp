#include "pipeline/ocr/doubtful_numbers.h"

#include <catch2/catch.hpp>
#include <string>

#include "drawn_page.h"
#include "pipeline/ocr/image.h"
#include "pipeline/ocr/language_models.h"

using namespace diarium;

namespace {

constexpr double kPixelsPerPoint = 200 / 72.0;

/// What becomes of a word printed so that was read as `read`.
Word again(const std::string& printed, const std::string& read) {
  tesseract::TessBaseAPI tesseract;
  load_models(tesseract, "swe+Latin", {});
  const PrintedLine line{.text = printed};
  const Image grey = to_grey_image(drawn_page({line}, {.height = 80}));
  const Rect box = printed_box(line, printed);
  const ReadWord word{.word = {.text = read, .box = box, .confidence = 0.9},
                      .letters = {},
                      .pixels = {box.left * kPixelsPerPoint, box.top * kPixelsPerPoint,
                                 box.right * kPixelsPerPoint, box.bottom * kPixelsPerPoint}};
  return with_doubtful_numbers_read_again(tesseract, grey, {word}).front().word;
}

}  // namespace

TEST_CASE("doubtful numbers: a dollar among digits is what a second look finds there") {
  const Word word = again("53", "$3");
  CHECK(word.text == "53");
  CHECK(word.raw == "$3");
  CHECK(word.confidence == Approx(0.6));
  CHECK(again("75", "7$").text == "75");
}

TEST_CASE("doubtful numbers: where the second look says something else the first stands") {
  CHECK(again("53", "$8").text == "$8");
  CHECK(again("bo", "US$").text == "US$");
}

namespace {

/// What becomes of the number `read`, a part of what is printed.
Word completed(const std::string& printed, const std::string& part, const std::string& read,
               const std::vector<Rect>& strokes = {}) {
  tesseract::TessBaseAPI tesseract;
  load_models(tesseract, "swe+Latin", {});
  const PrintedLine line{.text = printed};
  const Image grey = to_grey_image(drawn_page({line}, {.height = 80}, strokes));
  const Rect box = printed_box(line, part);
  const ReadWord word{.word = {.text = read, .box = box, .confidence = 0.9},
                      .letters = {},
                      .pixels = {box.left * kPixelsPerPoint, box.top * kPixelsPerPoint,
                                 box.right * kPixelsPerPoint, box.bottom * kPixelsPerPoint}};
  const InkPieces ink(Image(pixThresholdToBinary(grey.get(), 160)));
  return with_digits_left_out(tesseract, grey, ink, {word}).front().word;
}

}  // namespace

TEST_CASE("doubtful numbers: a digit that was left out before a number is read with it") {
  const Word word = completed("1 117,8", "117,8", "117,8");
  CHECK(word.text == "1117,8");
  CHECK(word.raw == "117,8");
  CHECK(word.confidence == Approx(0.6));
  CHECK(word.box.left < printed_box({.text = "1 117,8"}, "117,8").left - 3);
}

TEST_CASE("doubtful numbers: what stands farther off, or is a thin line, is no digit") {
  CHECK(completed("1      450", "450", "450").text == "450");
  const Rect digits = printed_box({.text = "450"}, "450");
  CHECK(completed("450", "450", "450",
                  {{digits.left - 3, digits.top, digits.left - 2, digits.bottom}})
            .text == "450");
}
