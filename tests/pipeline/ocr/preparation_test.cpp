#include "pipeline/ocr/preparation.h"

#include <catch2/catch.hpp>

#include "drawn_page.h"

using namespace diarium;

namespace {

const std::vector<PrintedLine> kLines{
    {.text = "Nämnden ger förvaltningen i uppdrag att följa upp målen för", .baseline = 60},
    {.text = "äldreomsorgen och återkomma i september med en rapport om", .baseline = 76},
    {.text = "arbetet, tillsammans med ett förslag till budget för kommande år", .baseline = 92},
    {.text = "och en bedömning av hur behovet av platser kan utvecklas.", .baseline = 108}};

PreparedPage prepared(const ScanLook& look) {
  return prepare(drawn_page(kLines, look), 0, 0);
}

l_uint32 grey_at(const PreparedPage& page, int x, int y) {
  l_uint32 value = 0;
  pixGetPixel(page.grey.get(), x, y, &value);
  return value;
}

}  // namespace

TEST_CASE("preparation: rows and columns of a fax become square, large scans smaller") {
  const PreparedPage fax = prepared({.dpi_x = 204, .dpi_y = 98});
  CHECK(fax.resolution == 204);
  CHECK(pixGetHeight(fax.grey.get()) == Approx(300 / 72.0 * 204).margin(4));

  const PreparedPage fine = prepared({.dpi_x = 600, .dpi_y = 600});
  CHECK(fine.resolution == 300);
  CHECK(pixGetWidth(fine.grey.get()) == Approx(420 / 72.0 * 300).margin(2));
  CHECK(fine.placement.points_per_pixel_x == Approx(0.24));
}

TEST_CASE("preparation: skew is mended and said, positive clockwise") {
  CHECK(prepared({.skew = 1.5}).skew == Approx(1.5).margin(0.15));
  CHECK(prepared({.skew = -3}).skew == Approx(-3).margin(0.15));
  CHECK(prepared({}).skew == 0);
}

TEST_CASE("preparation: paper is white however the light fell") {
  const PreparedPage page = prepared({.shadow = true});
  for (const int x : {30, 500, 1000, 1140}) {
    INFO("x " << x);
    CHECK(grey_at(page, x, 500) > 240);
  }
}

TEST_CASE("preparation: a broken raster gives no image") {
  CHECK_FALSE(prepare({.width = 5, .height = 5}, 100, 100).grey);
}

TEST_CASE("preparation: an empty page is told from one with a few small words on it") {
  for (const double dpi : {150.0, 200.0, 300.0}) {
    INFO(dpi);
    CHECK(prepare(drawn_page({}, {.dpi_x = dpi, .dpi_y = dpi}), 0, 0).blank);
    CHECK(prepare(drawn_page({}, {.dpi_x = dpi, .dpi_y = dpi, .shadow = true}), 0, 0).blank);
    const PrintedLine small{.text = "Sida 2", .baseline = 60, .size = 7};
    CHECK_FALSE(prepare(drawn_page({small}, {.dpi_x = dpi, .dpi_y = dpi}), 0, 0).blank);
  }
  CHECK(prepare(drawn_page({}, {.dpi_x = 204, .dpi_y = 98}), 0, 0).blank);
  CHECK_FALSE(prepared({.dpi_x = 204, .dpi_y = 98}).blank);
}
