#include "pipeline/ocr/digit_groups.h"

#include <catch2/catch.hpp>

#include "drawn_page.h"
#include "pipeline/ocr/image.h"

using namespace diarium;

namespace {

constexpr double kPixelsPerPoint = 200 / 72.0;

/// How a number printed so is parted after it was read without blanks.
std::string parted(const std::string& printed, const std::string& read, const char* family,
                   int swollen_by = 0, double size = 12) {
  const PrintedLine line{.text = printed, .size = size, .family = family};
  const Image grey = to_grey_image(drawn_page({line}, {.height = 80}));
  const Rect box = printed_box(line, printed);
  const ReadWord word{.word = {.text = read, .box = box, .confidence = 0.95},
                      .pixels = {box.left * kPixelsPerPoint, box.top * kPixelsPerPoint,
                                 box.right * kPixelsPerPoint, box.bottom * kPixelsPerPoint}};
  Image binary(pixThresholdToBinary(grey.get(), 160));
  if (swollen_by > 0) binary.reset(pixDilateBrick(nullptr, binary.get(), swollen_by, 1));
  const InkPieces ink(binary);
  std::string text;
  for (const ReadWord& part : with_digit_groups({word}, ink)) {
    text += (text.empty() ? "" : " ") + part.word.text;
    CHECK(part.word.raw == (text == read || text.find(' ') != std::string::npos ? "" : read));
  }
  return text;
}

}  // namespace

TEST_CASE("digit groups: a printed blank parts a number") {
  for (const char* family : {"Liberation Serif", "Liberation Sans", "DejaVu Sans"}) {
    INFO(family);
    CHECK(parted("8 450", "8450", family) == "8 450");
    CHECK(parted("1 200", "1200", family) == "1 200");
    CHECK(parted("1 110 111", "1110111", family) == "1 110 111");
    CHECK(parted("143 950", "143950", family) == "143 950");
  }
}

TEST_CASE("digit groups: decimals and a sign don't hide the blank") {
  for (const char* family : {"Liberation Serif", "Liberation Sans", "DejaVu Sans"}) {
    INFO(family);
    CHECK(parted("1 914,2", "1914,2", family) == "1 914,2");
    CHECK(parted("-1 914,2", "-1914,2", family) == "-1 914,2");
    CHECK(parted("1914,2", "1914,2", family) == "1914,2");
  }
}

TEST_CASE("digit groups: old style figures, among which a 1 is narrow") {
  CHECK(parted("1 100", "1100", "EB Garamond") == "1 100");
  CHECK(parted("117 500", "117500", "EB Garamond") == "117 500");
  for (const std::string number : {"1100", "1911", "2024", "117500"}) {
    INFO(number);
    CHECK(parted(number, number, "EB Garamond") == number);
  }
}

TEST_CASE("digit groups: numbers without blanks stay whole") {
  for (const char* family : {"Liberation Serif", "Liberation Sans", "DejaVu Sans"}) {
    INFO(family);
    for (const std::string number : {"2024", "1911", "8110", "41111", "20240312", "123"}) {
      INFO(number);
      CHECK(parted(number, number, family) == number);
    }
  }
}

TEST_CASE("digit groups: digits that have grown together are still parted at a blank") {
  constexpr int kSwollen = 5;  // pixels; zeros touch
  CHECK(parted("3 000", "3000", "Liberation Serif", kSwollen) == "3 000");
  CHECK(parted("12 400", "12400", "Liberation Serif", kSwollen) == "12 400");
  for (const std::string number : {"2024", "1974", "3000", "12400"}) {
    INFO(number);
    CHECK(parted(number, number, "Liberation Serif", kSwollen) == number);
  }
}

TEST_CASE("digit groups: a full stop that isn't printed is a blank") {
  for (const char* family : {"Liberation Serif", "Liberation Sans", "DejaVu Sans"}) {
    INFO(family);
    CHECK(parted("2 500", "2.500", family) == "2 500");
    CHECK(parted("2 500 000", "2.500.000", family) == "2 500 000");
    CHECK(parted("2 500 000", "2.500000", family) == "2.500000");
    CHECK(parted("2.500", "2.500", family) == "2.500");
    CHECK(parted("800.000", "800.000", family) == "800.000");
    CHECK(parted("2.500.000", "2.500.000", family) == "2.500.000");
  }
}

TEST_CASE("digit groups: small type in a table, whose blanks are a few pixels wide") {
  constexpr double kSmall = 8;
  for (const char* family : {"Liberation Serif", "Liberation Sans", "DejaVu Sans", "Carlito"}) {
    INFO(family);
    for (const std::string number :
         {"124 268", "440 252", "1 100 000", "1 012 244", "29 690 473"}) {
      std::string read = number;
      std::erase(read, ' ');
      CHECK(parted(number, read, family, 0, kSmall) == number);
      CHECK(parted(read, read, family, 0, kSmall) == read);
    }
  }
}

TEST_CASE("digit groups: the parts stand where their digits do") {
  const PrintedLine line{.text = "8 450"};
  const Image grey = to_grey_image(drawn_page({line}, {.height = 80}));
  const Rect box = printed_box(line, "8 450");
  const ReadWord word{.word = {.text = "8450", .box = box},
                      .pixels = {box.left * kPixelsPerPoint, box.top * kPixelsPerPoint,
                                 box.right * kPixelsPerPoint, box.bottom * kPixelsPerPoint}};
  const auto parts =
      with_digit_groups({word}, InkPieces(Image(pixThresholdToBinary(grey.get(), 160))));
  REQUIRE(parts.size() == 2);
  CHECK(parts[1].word.box.left == Approx(printed_box(line, "450").left).margin(1));
  CHECK(parts[0].word.box.right < parts[1].word.box.left - 2);
}
