#include "pipeline/ocr/galley.h"

#include <catch2/catch.hpp>

#include "drawn_page.h"
#include "pipeline/ocr/rulings.h"

using namespace diarium;

namespace {

const ScanLook kLook;

// Outlines of a box, a point thick.
std::vector<Rect> outline(const Rect& box) {
  return {{box.left, box.top, box.right, box.top + 1},
          {box.left, box.bottom - 1, box.right, box.bottom},
          {box.left, box.top, box.left + 1, box.bottom},
          {box.right - 1, box.top, box.right, box.bottom}};
}

Galley galley_of(const std::vector<PrintedLine>& text, const std::vector<Rect>& drawn) {
  Image grey = to_grey_image(drawn_page(text, kLook, drawn));
  const Image binary(pixThresholdToBinary(grey.get(), 160));
  const DrawnLines lines = find_drawn_lines(binary, 200);
  erase(lines, binary, 200, grey);
  return {std::move(grey), binary, lines.mask, 200};
}

std::vector<Rect> two_boxes() {
  std::vector<Rect> drawn = outline({40, 40, 140, 100});
  for (const Rect& line : outline({200, 50, 300, 110})) drawn.push_back(line);
  return drawn;
}

}  // namespace

TEST_CASE("galley: boxes beside each other with several lines are put below the page") {
  const Galley galley = galley_of({{.text = "Utveckla", .left = 50, .baseline = 60},
                                   {.text = "stödet", .left = 50, .baseline = 76},
                                   {.text = "Bokstart", .left = 210, .baseline = 80}},
                                  two_boxes());
  REQUIRE(galley.cuttings() == 2);
  const int page_height = static_cast<int>(kLook.height / 72 * 200);
  CHECK(pixGetHeight(galley.image().get()) > page_height + 2 * 60 / 72.0 * 200);
  // The first cutting begins a margin below the page; its text stands where the box stood.
  const double first = page_height + 17 + 20;
  const Rect back = galley.on_page({150, first, 200, first + 20});
  CHECK(back.left == 150);
  CHECK(back.top > 40 / 72.0 * 200);
  CHECK(back.bottom < 110 / 72.0 * 200);
  const Rect word{150, 140, 200, 160};
  CHECK(galley.in_galley(word).top > page_height);
  CHECK(galley.on_page(galley.in_galley(word)) == word);
}

TEST_CASE("galley: what stands on the page itself keeps its place") {
  const Galley galley = galley_of({{.text = "Beslut"}}, two_boxes());
  CHECK(galley.cuttings() == 0);
  CHECK(galley.on_page({10, 20, 30, 40}) == Rect{10, 20, 30, 40});
  CHECK(galley.in_galley({10, 20, 30, 40}) == Rect{10, 20, 30, 40});
}

TEST_CASE("galley: rows of single lines stay together") {
  const Galley galley = galley_of({{.text = "Utfall", .left = 50, .baseline = 75},
                                   {.text = "1 200", .left = 210, .baseline = 75}},
                                  two_boxes());
  CHECK(galley.cuttings() == 0);
}
