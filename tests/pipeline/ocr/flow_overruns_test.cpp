#include "pipeline/ocr/flow_overruns.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <string>

#include "pipeline/ocr/recogniser.h"
#include "tests/pipeline/ocr/drawn_page.h"

namespace diarium {
namespace {

constexpr double kDpi = 200;

void darken(Raster& raster, double x, double y) {
  const auto pixel = [](double points) { return static_cast<int>(points * kDpi / kPointsPerInch); };
  for (const int aside : {0, 1})
    raster.samples[static_cast<std::size_t>(pixel(y) * raster.width + pixel(x) + aside)] = 0;
}

void draw_line(Raster& raster, Point from, Point to) {
  constexpr int kSteps = 2'000;
  for (int i = 0; i <= kSteps; ++i) {
    const double share = static_cast<double>(i) / kSteps;
    darken(raster, from.x + share * (to.x - from.x), from.y + share * (to.y - from.y));
  }
}

void draw_figure(Raster& raster, const std::vector<Point>& corners) {
  for (std::size_t i = 0; i < corners.size(); ++i)
    draw_line(raster, corners[i], corners[(i + 1) % corners.size()]);
}

/// Two boxes and a diamond between them, which is narrower than its words.
Sheet chart(const std::vector<PrintedLine>& labels = {}) {
  const ScanLook look;
  std::vector<PrintedLine> print = labels;
  for (const PrintedLine& line :
       std::vector<PrintedLine>{{.text = "Ansökan", .left = 35, .baseline = 104},
                                {.text = "Kompletta", .left = 184, .baseline = 97, .size = 11},
                                {.text = "underlaget", .left = 182, .baseline = 110, .size = 11},
                                {.text = "Beslut", .left = 330, .baseline = 104}})
    print.push_back(line);
  Raster raster = drawn_page(print, look);
  draw_figure(raster, {{25, 80}, {105, 80}, {105, 120}, {25, 120}});
  draw_figure(raster, {{210, 70}, {232, 100}, {210, 130}, {188, 100}});
  draw_figure(raster, {{310, 80}, {390, 80}, {390, 120}, {310, 120}});
  draw_line(raster, {105, 100}, {188, 100});
  draw_line(raster, {232, 100}, {310, 100});
  return scanned_sheet(std::move(raster), look);
}

}  // namespace

TEST_CASE("flow overruns: words that run over the sides of a diamond are read whole, once") {
  Recogniser recogniser{OcrSettings{}};
  const Sheet sheet = recogniser.recognise(chart());
  REQUIRE(sheet.drawings.size() == 1);
  CHECK(sheet.drawings[0].shapes.size() == 3);
  std::string text;
  for (const Word& word : sheet.words) text += word.text + " ";
  CAPTURE(text);
  CHECK(text.find("Komplett") != std::string::npos);
  CHECK(text.find("underlaget") != std::string::npos);
  CHECK(sheet.words.size() == 4);
}

TEST_CASE("flow overruns: a label over the side of a box is read whole") {
  Recogniser recogniser{OcrSettings{}};
  const Sheet sheet =
      recogniser.recognise(chart({{.text = "Snabbspår", .left = 278, .baseline = 92, .size = 11}}));
  REQUIRE(sheet.drawings.size() == 1);
  std::string text;
  for (const Word& word : sheet.words) text += word.text + " ";
  CAPTURE(text);
  CHECK(text.find("Snabbspår") != std::string::npos);
}

}  // namespace diarium
