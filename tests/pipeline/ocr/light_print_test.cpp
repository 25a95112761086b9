#include "pipeline/ocr/light_print.h"

#include <catch2/catch.hpp>

#include <string>

#include "drawn_page.h"
#include "pipeline/ocr/preparation.h"

namespace diarium {
namespace {

/// A heading on a ground of such colours.
Raster heading(const std::string& ground, const std::string& print, bool shadow = false) {
  return drawn_page({{.text = "<span background='" + ground + "' foreground='" + print +
                              "'>   Skolan kontrollerar uppgifterna   </span>",
                      .left = 60,
                      .baseline = 100,
                      .size = 14}},
                    {.shadow = shadow});
}

bool holds_light_print(const Raster& raster) {
  return find_light_print(to_grey_image(raster), raster.dpi_x) != nullptr;
}

}  // namespace

TEST_CASE("light print: white letters on dark grey or on blue stand on a dark ground") {
  CHECK(holds_light_print(heading("#1f4e79", "white")));
  CHECK(holds_light_print(heading("#606060", "white")));
}

TEST_CASE("light print: dark letters on grey, plain print and a shadow are none") {
  CHECK_FALSE(holds_light_print(heading("#808080", "black")));
  CHECK_FALSE(holds_light_print(heading("white", "black")));
  CHECK_FALSE(holds_light_print(heading("white", "black", true)));
}

TEST_CASE("light print: a dark ground stays dark when the light is made even") {
  const PreparedPage page = prepare(heading("#505050", "white"), 0, 0);
  l_uint32 ground = 255;
  pixGetPixel(page.grey.get(), 64 * page.resolution / 72, 96 * page.resolution / 72, &ground);
  CHECK(ground < 130);
}

}  // namespace diarium
