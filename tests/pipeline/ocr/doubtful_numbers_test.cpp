#include "pipeline/ocr/doubtful_numbers.h"

#include <catch2/catch.hpp>
#include <string>

#include "drawn_page.h"
#include "pipeline/ocr/image.h"
#include "pipeline/ocr/language_models.h"

using namespace diarium;

namespace {

constexpr double kPixelsPerPoint = 200 / 72.0;

ReadWord read_as(const std::string& text, const Rect& box) {
  return {.word = {.text = text, .box = box, .confidence = 0.9},
          .letters = {},
          .pixels = {box.left * kPixelsPerPoint, box.top * kPixelsPerPoint,
                     box.right * kPixelsPerPoint, box.bottom * kPixelsPerPoint}};
}

/// What becomes of the words of a line; each is given as printed and as it was read.
std::vector<Word> line_again(const std::string& printed,
                             const std::vector<std::pair<std::string, std::string>>& words) {
  tesseract::TessBaseAPI tesseract;
  load_models(tesseract, "swe+Latin", {});
  const PrintedLine line{.text = printed};
  const Galley galley(to_grey_image(drawn_page({line}, {.height = 80})), nullptr, nullptr, 200);
  std::vector<ReadWord> read;
  for (const auto& [is, was] : words) read.push_back(read_as(was, printed_box(line, is)));
  std::vector<Word> after;
  for (ReadWord& word : with_doubtful_numbers_read_again(tesseract, galley, std::move(read)))
    after.push_back(std::move(word.word));
  return after;
}

/// What becomes of a word printed so that was read as `read`.
Word again(const std::string& printed, const std::string& read) {
  return line_again(printed, {{printed, read}}).front();
}

}  // namespace

TEST_CASE("doubtful numbers: a dollar among digits is what a second look finds there") {
  const Word word = again("53", "$3");
  CHECK(word.text == "53");
  CHECK(word.raw == "$3");
  CHECK(word.confidence == Approx(0.6));
  CHECK(again("75", "7$").text == "75");
}

TEST_CASE("doubtful numbers: what ends in 96 may be per cent") {
  const Word word = again("45%", "4596");
  CHECK(word.text == "45%");
  CHECK(word.raw == "4596");
  CHECK(again("1996", "1996").text == "1996");
  CHECK(again("1996", "1996").raw.empty());
}

TEST_CASE("doubtful numbers: a letter in a group of a number is a digit") {
  const auto numbers_of = [](const std::vector<Word>& words) {
    std::string text;
    for (const Word& word : words) text += (text.empty() ? "" : " ") + word.text;
    return text;
  };
  CHECK(numbers_of(line_again("87 465", {{"87", "B7"}, {"465", "465"}})) == "87 465");
  CHECK(numbers_of(line_again("29 690 473", {{"29", "29"}, {"690", "G90"}, {"473", "473"}})) ==
        "29 690 473");
  CHECK(numbers_of(line_again("sal 87 och", {{"sal", "sal"}, {"87", "B7"}, {"och", "och"}})) ==
        "sal B7 och");
}

TEST_CASE("doubtful numbers: a number in a box that was cut out is read where it went") {
  const PrintedLine line{.text = "53", .left = 60, .baseline = 60};
  const Rect printed = printed_box(line, "53");
  Image grey = to_grey_image(drawn_page({line,
                                         {.text = "75", .left = 220, .baseline = 60},
                                         {.text = "91", .left = 220, .baseline = 80}},
                                        {.height = 200}));
  Image lines(pixCreate(pixGetWidth(grey.get()), pixGetHeight(grey.get()), 1));
  for (const Box& wall :
       {Box{100, 100, 700, 2, 0}, Box{100, 300, 700, 2, 0}, Box{100, 100, 2, 200, 0},
        Box{400, 100, 2, 200, 0}, Box{798, 100, 2, 200, 0}}) {
    pixRasterop(lines.get(), wall.x, wall.y, wall.w, wall.h, PIX_SET, nullptr, 0, 0);
  }
  const Image binary(pixThresholdToBinary(grey.get(), 160));
  const Galley galley(std::move(grey), binary, lines, 200);
  REQUIRE(galley.cuttings() == 2);
  tesseract::TessBaseAPI tesseract;
  load_models(tesseract, "swe+Latin", {});
  const auto words = with_doubtful_numbers_read_again(tesseract, galley, {read_as("$3", printed)});
  CHECK(words.front().word.text == "53");
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
  const ReadWord word = read_as(read, printed_box(line, part));
  const InkPieces ink(Image(pixThresholdToBinary(grey.get(), 160)));
  const Galley galley(Image(pixCopy(nullptr, grey.get())), nullptr, nullptr, 200);
  return with_digits_left_out(tesseract, galley, ink, {word}).front().word;
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

TEST_CASE("doubtful numbers: a digit that is a word of its own is none left out") {
  tesseract::TessBaseAPI tesseract;
  load_models(tesseract, "swe+Latin", {});
  const PrintedLine line{.text = "1 250"};
  const Image grey = to_grey_image(drawn_page({line}, {.height = 80}));
  const InkPieces ink(Image(pixThresholdToBinary(grey.get(), 160)));
  const Galley galley(Image(pixCopy(nullptr, grey.get())), nullptr, nullptr, 200);
  Rect one = printed_box(line, "1");
  one.right = one.left + 0.48 * one.width();  // the recogniser goes by steps
  const auto words = with_digits_left_out(
      tesseract, galley, ink, {read_as("1", one), read_as("250", printed_box(line, "250"))});
  CHECK(words.back().word.text == "250");
}
