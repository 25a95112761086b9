#include "pipeline/ocr/dark_boxes.h"

#include <catch2/catch.hpp>

#include "drawn_page.h"
#include "pipeline/ocr/preparation.h"

using namespace diarium;

namespace {

const Rect kBar{40, 100, 380, 122};

PreparedPage page_of(const std::vector<PrintedLine>& lines, const std::vector<Rect>& boxes,
                     const ScanLook& look = {}) {
  return prepare(drawn_page(lines, look, boxes), look.width, look.height);
}

std::vector<Rect> boxes_on(const PreparedPage& page) {
  return find_dark_boxes(page.binary, nullptr, page.resolution);
}

PrintedLine light(const std::string& text, double baseline, double size) {
  return {.text = "<span foreground='white'>" + text + "</span>",
          .left = 46,
          .baseline = baseline,
          .size = size};
}

}  // namespace

TEST_CASE("dark boxes: a heading white on a bar stands in one, scanned or faxed") {
  const ScanLook look =
      GENERATE(ScanLook{}, ScanLook{.dpi_x = 300, .dpi_y = 300}, ScanLook{.dpi_y = 98});
  const PreparedPage page = page_of({light("Sammanfattning av ärendet", 115, 12)}, {kBar}, look);
  const std::vector<Rect> boxes = boxes_on(page);
  REQUIRE(boxes.size() == 1);
  CHECK(page.placement.to_page(boxes[0]).centre().y == Approx(kBar.centre().y).margin(2));
}

TEST_CASE("dark boxes: bold print, bars and filled boxes without signs are none") {
  const PreparedPage page =
      page_of({{.text = "<b>MÅLBILD HHHHMMMM</b>", .baseline = 60, .size = 30},
               {.text = "<b>Beslut att godkänna</b>", .baseline = 160}},
              {kBar, {40, 200, 380, 206}, {40, 220, 120, 280}});
  CHECK(boxes_on(page).empty());
}

TEST_CASE("dark boxes: turned light, their ground is white and their signs are dark") {
  PreparedPage page = page_of({light("Sammanfattning av ärendet", 115, 12)}, {kBar});
  turn_light(boxes_on(page), page.binary, page.grey);
  const Image ink(pixThresholdToBinary(page.grey.get(), 128));
  l_int32 dark = 0;
  pixCountPixels(ink.get(), &dark, nullptr);
  const double bar =
      kBar.area() / page.placement.points_per_pixel_x / page.placement.points_per_pixel_y;
  CHECK(dark > 0.03 * bar);
  CHECK(dark < 0.3 * bar);
}
