#include "pipeline/ocr/mark_reading.h"

#include <catch2/catch.hpp>
#include <set>

#include "drawn_page.h"
#include "pipeline/ocr/image.h"
#include "pipeline/ocr/language_models.h"

using namespace diarium;

TEST_CASE("mark reading: raised digits are read, then painted white") {
  tesseract::TessBaseAPI tesseract;
  load_models(tesseract, "swe+Latin", {});
  std::vector<PrintedLine> lines;
  for (int i = 1; i <= 9; ++i) {
    lines.push_back({.text = "Nämnden har hört samhällen" + raised(std::to_string(i)) + " nu",
                     .baseline = 10.0 + 20 * i});
  }
  lines.push_back(
      {.text = "och därefter alla dess kyrkor" + raised("27") + " i år", .baseline = 210});
  const Image grey = to_grey_image(drawn_page(lines, {}));
  const auto marks =
      find_raised_marks(InkPieces(Image(pixThresholdToBinary(grey.get(), 160))), Print::fine);
  std::set<std::string> read;
  const auto numbers = read_raised_numbers(tesseract, grey, marks);
  for (const RaisedNumber& number : numbers) {
    INFO(number.raw);
    CHECK(number.confidence > 0.6);
    CHECK_FALSE(number.digits.empty());
    read.insert(number.digits);
  }
  CHECK(read == std::set<std::string>{"1", "2", "3", "4", "5", "6", "7", "8", "9", "27"});
  erase(numbers, grey);
  CHECK(find_raised_marks(InkPieces(Image(pixThresholdToBinary(grey.get(), 160))), Print::fine)
            .empty());
}

TEST_CASE("mark reading: without marks nothing is read") {
  tesseract::TessBaseAPI tesseract;
  CHECK(read_raised_numbers(tesseract, nullptr, {}).empty());
}
