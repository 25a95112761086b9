#include "pipeline/ocr/flow_reading.h"

#include <catch2/catch.hpp>
#include <string>

#include "pipeline/ocr/recogniser.h"
#include "tests/pipeline/ocr/drawn_page.h"

namespace diarium {
namespace {

constexpr double kDpi = 200;

/// Paints what lies between the edges of a box, `rim` points in, or all of it.
void paint(Raster& raster, const Rect& box, double rim, bool inside_too) {
  const auto pixel = [](double points) { return static_cast<int>(points * kDpi / kPointsPerInch); };
  for (int y = pixel(box.top); y < pixel(box.bottom); ++y) {
    for (int x = pixel(box.left); x < pixel(box.right); ++x) {
      const bool inside = y >= pixel(box.top + rim) && y < pixel(box.bottom - rim) &&
                          x >= pixel(box.left + rim) && x < pixel(box.right - rim);
      if (inside && !inside_too) continue;
      std::uint8_t& sample = raster.samples[static_cast<std::size_t>(y * raster.width + x)];
      sample = inside_too ? static_cast<std::uint8_t>(255 - sample) : 0;
    }
  }
}

/// A chart of three boxes, the last filled with light letters, and a line of text below it.
Sheet chart() {
  const ScanLook look;
  Raster raster = drawn_page({{.text = "Ansökan", .left = 50, .baseline = 70},
                              {.text = "Utredning", .left = 180, .baseline = 70},
                              {.text = "Beslut", .left = 320, .baseline = 70},
                              {.text = "Figur 1. Så går det till.", .left = 40, .baseline = 200}},
                             look);
  for (const double left : {40.0, 170.0}) paint(raster, {left, 45, left + 90, 85}, 1, false);
  paint(raster, {300, 45, 390, 85}, 0, true);
  paint(raster, {130, 65, 170, 66}, 0, true);
  paint(raster, {260, 65, 300, 66}, 0, true);
  return scanned_sheet(std::move(raster), look);
}

}  // namespace

TEST_CASE(
    "flow reading: boxes are read one by one, light letters too, and the chart is no ruling") {
  Recogniser recogniser{OcrSettings{}};
  const Sheet sheet = recogniser.recognise(chart());
  REQUIRE(sheet.drawings.size() == 1);
  CHECK(sheet.drawings[0].shapes.size() == 3);
  CHECK(sheet.drawings[0].strokes.size() >= 2);
  CHECK(sheet.rulings.empty());
  std::string text;
  for (const Word& word : sheet.words) text += word.text + " ";
  CHECK(text.find("Figur 1. Så går det till.") != std::string::npos);
  for (const char* word : {"Ansökan", "Utredning", "Beslut"})
    CHECK(text.find(word) != std::string::npos);
  const auto decision = std::find_if(sheet.words.begin(), sheet.words.end(),
                                     [](const Word& word) { return word.text == "Beslut"; });
  REQUIRE(decision != sheet.words.end());
  CHECK(decision->box.left == Approx(320).margin(3));
  CHECK(decision->baseline == Approx(70).margin(3));
}

TEST_CASE("flow reading: the tail of an answer's j that a line took is given back") {
  const Drawing drawing{.strokes = {{{{100, 100}, {200, 100}}}}};
  const std::vector<Word> words =
      with_labels_repaired({{.text = "nei", .box = {140, 90, 155, 99}},
                            {.text = "nei", .box = {140, 300, 155, 309}},
                            {.text = "l", .box = {198, 98, 199, 102}}},
                           drawing);
  REQUIRE(words.size() == 2);
  CHECK(words[0].text == "nej");
  CHECK(words[0].raw == "nei");
  CHECK(words[1].text == "nei");
}

TEST_CASE("flow reading: letters of a word over the side of a figure are no lines of the chart") {
  const Stroke line{{{60, 100}, {140, 100}}};
  const Drawing drawing{.strokes = {line, {{{142, 92}, {148, 98}}}},
                        .heads = {{{141, 91, 149, 99}}, {{54, 97, 60, 103}}}};
  const Drawing cleared =
      without_letters(drawing, {{.text = "handlingar", .box = {138, 90, 190, 99}}});
  CHECK(cleared.strokes == std::vector<Stroke>{line});
  CHECK(cleared.heads == std::vector<ArrowHead>{{{54, 97, 60, 103}}});
}

}  // namespace diarium
