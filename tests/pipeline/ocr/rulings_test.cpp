#include "pipeline/ocr/rulings.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "drawn_page.h"

using namespace diarium;

namespace {

const ScanLook kLook;
constexpr double kPointsPerPixel = 72.0 / 200;

Image binary_of(const Raster& raster) {
  return Image(pixThresholdToBinary(to_grey_image(raster).get(), 160));
}

std::vector<Rect> lines_on(const std::vector<PrintedLine>& text, const std::vector<Rect>& drawn) {
  std::vector<Rect> boxes = find_drawn_lines(binary_of(drawn_page(text, kLook, drawn)), 200).boxes;
  for (Rect& box : boxes) {
    box = {box.left * kPointsPerPixel, box.top * kPointsPerPixel, box.right * kPointsPerPixel,
           box.bottom * kPointsPerPixel};
  }
  return boxes;
}

/// Four fifths of the ink taken off.
Image paled(Image grey) {
  pixInvert(grey.get(), grey.get());
  pixMultConstantGray(grey.get(), 0.2F);
  pixInvert(grey.get(), grey.get());
  return grey;
}

std::size_t pale_lines_on(const std::vector<PrintedLine>& text, const std::vector<Rect>& drawn) {
  const Image grey = paled(to_grey_image(drawn_page(text, kLook, drawn)));
  const Image ink(pixThresholdToBinary(grey.get(), 160));
  return find_drawn_lines(with_pale_lines(ink, grey, 200), 200).boxes.size();
}

bool has_line(const std::vector<Rect>& found, const Rect& drawn) {
  return std::any_of(found.begin(), found.end(), [&](const Rect& box) {
    return box.left == Approx(drawn.left).margin(1) && box.top == Approx(drawn.top).margin(1) &&
           box.right == Approx(drawn.right).margin(1) &&
           box.bottom == Approx(drawn.bottom).margin(1);
  });
}

}  // namespace

TEST_CASE("rulings: lines of a table are found where they were drawn") {
  const std::vector<Rect> grid{
      {40, 40, 240, 41}, {40, 60, 240, 61}, {40, 40, 41, 61}, {140, 40, 141, 61}};
  // The two upright lines are as long as the row is high: shorter than a line need be.
  const auto low = lines_on({}, grid);
  CHECK(low.size() == 2);
  std::vector<Rect> high = grid;
  for (Rect& line : high) line.bottom = line.height() > 2 ? 90 : line.bottom;
  const auto found = lines_on({{.text = "Budget", .left = 50, .baseline = 55}}, high);
  CHECK(found.size() == 4);
  for (const Rect& line : high) CHECK(has_line(found, line));
}

TEST_CASE("rulings: pale lines of a table are lines as well") {
  const std::vector<Rect> grid{
      {40, 40, 240, 41}, {40, 90, 240, 91}, {40, 40, 41, 91}, {140, 40, 141, 91}};
  CHECK(pale_lines_on({{.text = "Budget", .left = 50, .baseline = 55}}, grid) == 4);
}

TEST_CASE("rulings: pale letters that grew together in a long word are no line") {
  CHECK(pale_lines_on({}, {{40, 40, 170, 40.7}}) == 0);
  CHECK(lines_on({}, {{40, 40, 170, 40.7}}).size() == 1);
}

TEST_CASE("rulings: a strike through a short word is a line") {
  for (const std::string text : {"två", "att", "80", "en"}) {
    INFO(text);
    const PrintedLine word{.text = text, .left = 60};
    const Rect ink = printed_box(word, text);
    const Rect strike{ink.left - 0.5, 46.6, ink.right + 0.5, 47.3};
    const auto found = lines_on({word}, {strike});
    REQUIRE(found.size() == 1);
    CHECK(has_line(found, strike));
  }
}

TEST_CASE("rulings: short strikes are left alone where they can't be told") {
  const PrintedLine word{.text = "lek", .left = 60};
  const Rect ink = printed_box(word, "lek");
  const Raster raster = drawn_page({word}, kLook, {{ink.left - 1, 46.6, ink.right + 1, 47.3}});
  CHECK(find_drawn_lines(binary_of(raster), 200, ShortStrikes::ignored).boxes.empty());
  CHECK(find_drawn_lines(binary_of(raster), 200, ShortStrikes::found).boxes.size() == 1);
}

TEST_CASE("rulings: serifs and bars that grow together within a word are no strike") {
  const PrintedLine word{.text = "förutsättningar i form", .left = 60};
  const Rect first = printed_box(word, "ätt");
  const Rect last = printed_box(word, "orm");
  CHECK(lines_on({word}, {{first.left, 44.4, first.right, 45}, {last.left, 46.6, last.right, 47.2}})
            .empty());
}

TEST_CASE("rulings: what does not cover the whole word is no strike") {
  const PrintedLine number{.text = "490", .left = 60};
  const Rect ink = printed_box(number, "490");
  CHECK(lines_on({number}, {{ink.left + 2, 44.2, ink.right + 0.5, 44.9}}).empty());
  CHECK(lines_on({number}, {{ink.left - 0.5, 46.6, ink.right + 0.5, 47.3}}).size() == 1);
}

TEST_CASE("rulings: letters, bars and pictures are no lines") {
  CHECK(lines_on({{.text = "ETT LIHT — HELT", .size = 18}, {.text = "illil", .baseline = 90}}, {})
            .empty());
  CHECK(lines_on({{.text = "HÄFTAR EFFEKT Æ", .size = 24},
                  {.text = "att effekt – mötte", .baseline = 90}},
                 {})
            .empty());
  CHECK(lines_on({}, {{40, 40, 200, 60}}).empty());
}

TEST_CASE("rulings: an underlined word keeps its letters when the line is erased") {
  const PrintedLine word{.text = "Beslut", .size = 14};
  const Rect underline{39, 52, 90, 52.8};
  const Raster raster = drawn_page({word}, kLook, {underline});
  const Image grey = to_grey_image(raster);
  const DrawnLines lines = find_drawn_lines(binary_of(raster), 200);
  REQUIRE(lines.boxes.size() == 1);
  erase(lines, binary_of(raster), 200, grey);
  CHECK(find_drawn_lines(Image(pixThresholdToBinary(grey.get(), 160)), 200).boxes.empty());
  const Image alone = binary_of(drawn_page({word}, kLook));
  const Image erased(pixThresholdToBinary(grey.get(), 160));
  l_int32 ink_alone = 0;
  l_int32 ink_erased = 0;
  pixCountPixels(alone.get(), &ink_alone, nullptr);
  pixCountPixels(erased.get(), &ink_erased, nullptr);
  CHECK(ink_erased == Approx(ink_alone).epsilon(0.1));
}

TEST_CASE("rulings: the tails of underlined letters stay whole when the line is erased") {
  const PrintedLine word{.text = "ggjjppqq", .size = 14};
  const Raster raster = drawn_page({word}, kLook, {{39, 52, 100, 52.8}});
  const Image grey = to_grey_image(raster);
  const Image binary = binary_of(raster);
  erase(find_drawn_lines(binary, 200), binary, 200, grey);
  const auto pieces_of = [](const Image& image) {
    l_int32 count = 0;
    pixCountConnComp(image.get(), 8, &count);
    return count;
  };
  const Image erased(pixThresholdToBinary(grey.get(), 160));
  // Without its tails every letter would be two pieces.
  CHECK(pieces_of(erased) <= 1 + pieces_of(binary_of(drawn_page({word}, kLook))));
}

TEST_CASE("rulings: a page without lines has no mask, and nothing is erased") {
  const DrawnLines none = find_drawn_lines(binary_of(drawn_page({}, kLook)), 200);
  CHECK(none.boxes.empty());
  CHECK_FALSE(none.mask);
  erase(none, nullptr, 200, nullptr);
}
