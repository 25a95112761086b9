#include "pipeline/ocr/dashes.h"

#include <catch2/catch.hpp>

#include "drawn_page.h"
#include "pipeline/ocr/image.h"

using namespace diarium;

namespace {

constexpr double kPixelsPerPoint = 200 / 72.0;

ReadWord read_at(const PrintedLine& line, const std::string& printed, const std::string& read) {
  const Rect box = printed_box(line, printed);
  return {.word = {.text = read, .box = box, .confidence = 0.95},
          .letters = {},
          .pixels = {box.left * kPixelsPerPoint, box.top * kPixelsPerPoint,
                     box.right * kPixelsPerPoint, box.bottom * kPixelsPerPoint}};
}

/// `words` as the ink of the line tells them.
std::vector<ReadWord> told_on(const PrintedLine& line, const std::vector<ReadWord>& words) {
  const Image grey = to_grey_image(drawn_page({line}, {.height = 80}));
  const Image binary(pixThresholdToBinary(grey.get(), 160));
  return with_dashes_told(words, binary, InkPieces(binary));
}

/// What a word printed so is, after it was read as `read`.
Word told(const std::string& printed, const std::string& read, const char* family) {
  const PrintedLine line{.text = printed, .family = family};
  return told_on(line, {read_at(line, printed, read)})[0].word;
}

constexpr const char* kFamilies[] = {"Liberation Serif", "Liberation Sans", "DejaVu Sans",
                                     "Carlito"};

}  // namespace

TEST_CASE("dashes: one between digits is told from a hyphen by its length") {
  for (const char* family : kFamilies) {
    INFO(family);
    CHECK(told("2024–2026", "2024-2026", family).text == "2024–2026");
    CHECK(told("18.00–20.30", "18.00-20.30", family).text == "18.00–20.30");
    CHECK(told("121–124", "121—124", family).text == "121–124");
    CHECK(told("0512-12", "0512-12", family).text == "0512-12");
    CHECK(told("12-13", "12–13", family).text == "12-13");
  }
}

TEST_CASE("dashes: what was read is kept") {
  const Word word = told("31–32", "31-32", "Liberation Sans");
  CHECK(word.text == "31–32");
  CHECK(word.raw == "31-32");
  CHECK(told("31–32", "31–32", "Liberation Sans").raw.empty());
}

TEST_CASE("dashes: one that stands alone is told by the words beside it") {
  for (const char* family : kFamilies) {
    INFO(family);
    const PrintedLine line{.text = "Skolan – Budget", .family = family};
    const std::vector<ReadWord> words{read_at(line, "Skolan", "Skolan"), read_at(line, "–", "-"),
                                      read_at(line, "Budget", "Budget")};
    CHECK(told_on(line, words)[1].word.text == "–");
    const PrintedLine hyphen{.text = "Skolan - Budget", .family = family};
    const std::vector<ReadWord> others{read_at(hyphen, "Skolan", "Skolan"),
                                       read_at(hyphen, "-", "-"),
                                       read_at(hyphen, "Budget", "Budget")};
    CHECK(told_on(hyphen, others)[1].word.text == "-");
  }
}

TEST_CASE("dashes: hyphens of words, days and telephones stay as they were read") {
  CHECK(told("Ann–Marie", "Ann-Marie", "Liberation Sans").text == "Ann-Marie");
  CHECK(told("2024–03–12", "2024-03-12", "Liberation Sans").text == "2024-03-12");
  CHECK(told("–12", "-12", "Liberation Sans").text == "-12");
}
