#include "pipeline/ocr/stem_thickness.h"

#include <catch2/catch.hpp>

#include "drawn_page.h"

using namespace diarium;

namespace {

/// Of a word printed in 12 points, in points.
double thickness_in_points(const std::string& markup, const ScanLook& look, double darkness = 1) {
  const PrintedLine line{.text = markup, .family = "Liberation Sans"};
  const Image grey = to_grey_image(drawn_page({line}, look));
  pixInvert(grey.get(), grey.get());
  pixMultConstantGray(grey.get(), static_cast<float>(darkness));
  pixInvert(grey.get(), grey.get());
  const Rect box = printed_box(line, "tillsammans");
  const double x = look.dpi_x / kPointsPerInch;
  const double y = look.dpi_y / kPointsPerInch;
  return stem_thickness(grey, {box.left * x, box.top * y, box.right * x, box.bottom * y}, 12 * x) /
         x;
}

}  // namespace

TEST_CASE("stem thickness: a stroke is as thick at any resolution, on a fax too") {
  for (const auto& [dpi_x, dpi_y] :
       {std::pair(300, 300), std::pair(200, 200), std::pair(150, 150), std::pair(204, 98)}) {
    INFO(dpi_x << " x " << dpi_y);
    const ScanLook look{.dpi_x = static_cast<double>(dpi_x), .dpi_y = static_cast<double>(dpi_y)};
    CHECK(thickness_in_points("tillsammans", look) == Approx(1.1).margin(0.15));
    CHECK(thickness_in_points("<b>tillsammans</b>", look) == Approx(1.7).margin(0.2));
  }
}

TEST_CASE("stem thickness: grey type and type in poor light have strokes as thick as black ones") {
  CHECK(thickness_in_points("tillsammans", {}, 0.5) ==
        Approx(thickness_in_points("tillsammans", {})).margin(0.05));
}

TEST_CASE("stem thickness: where there are few strokes nothing is said") {
  const PrintedLine line{.text = "tillsammans"};
  const Image grey = to_grey_image(drawn_page({line}, {}));
  CHECK(stem_thickness(grey, {700, 500, 900, 520}, 33) == 0);
  CHECK(stem_thickness(grey, {-50, -50, -10, -10}, 33) == 0);
  CHECK(stem_thickness(grey, {5000, 5000, 6000, 6000}, 33) == 0);
}
