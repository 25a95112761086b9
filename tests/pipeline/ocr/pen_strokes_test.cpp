#include "pipeline/ocr/pen_strokes.h"

#include <catch2/catch.hpp>

using namespace diarium;

namespace {

constexpr double kSize = 40;  // pixels

ReadWord read(const std::string& text, double confidence, double left, double right) {
  return {.word = {.text = text, .confidence = confidence},
          .pixels = {left, 100, right, 130},
          .pixels_size = kSize};
}

/// A page with strokes of ink from `first` to `second` each, in the line of the words.
InkPieces ink_of(const std::vector<std::pair<int, int>>& strokes) {
  const Image page(pixCreate(1000, 300, 1));
  for (const auto& [left, right] : strokes)
    pixRasterop(page.get(), left, 105, right - left, 20, PIX_SET, nullptr, 0, 0);
  return InkPieces(page);
}

std::size_t kept(std::vector<ReadWord> words, const std::vector<std::pair<int, int>>& strokes) {
  return without_pen_strokes(std::move(words), ink_of(strokes)).size();
}

}  // namespace

TEST_CASE("pen strokes: what was read in one long stroke of a pen is no word") {
  CHECK(kept({read("SVAN", 0.3, 100, 250)}, {{102, 248}}) == 0);
  CHECK(kept({read("NNAS", 0.42, 100, 195), read("SINUA", 0.51, 210, 330)},
             {{101, 194}, {211, 330}}) == 0);
}

TEST_CASE("pen strokes: a doubtful word of several pieces of ink is print") {
  CHECK(kept({read("SVAN", 0.3, 100, 250)}, {{102, 130}, {140, 170}, {180, 210}, {220, 248}}) == 1);
}

TEST_CASE("pen strokes: letters that a copier joined are read well") {
  CHECK(kept({read("åtgärder", 0.96, 100, 250)}, {{102, 248}}) == 1);
}

TEST_CASE("pen strokes: a doubtful word within a line of print is print") {
  CHECK(kept({read("Se", 0.95, 20, 60), read("www.", 0.0, 80, 170)}, {{21, 40}, {81, 169}}) == 2);
}

TEST_CASE("pen strokes: a short blot is left to the other rules") {
  CHECK(kept({read("An", 0.4, 100, 160)}, {{101, 159}}) == 1);
}

TEST_CASE("pen strokes: a page of dirt loses no words") {
  CHECK(without_pen_strokes({read("SVAN", 0.3, 100, 250)}, InkPieces(nullptr)).size() == 1);
}
