#include "tools/corpus/scan.h"

#include <catch2/catch.hpp>

#include "tools/corpus/typeset.h"

using namespace diarium;
using namespace diarium::corpus;

namespace {

TypesetFile one_page() {
  return typeset(
      ".sheet style=plain furniture=none\n.document kind=motion\n\nVi yrkar bifall till "
      "motionen.\n",
      style_book_of(".style name=plain body=\"Liberation Serif\" size=14\n\n"
                    ".furniture name=none\nrule none |\n"));
}

/// Mean darkness within a box of the upright page, 0 = white .. 1 = black.
double darkness(const ScannedPage& scan, const Rect& box) {
  double sum = 0;
  int count = 0;
  for (double y = box.top; y < box.bottom; y += 0.5) {
    for (double x = box.left; x < box.right; x += 0.5) {
      const int column = static_cast<int>(x * scan.dpi_x / 72);
      const int row = static_cast<int>(y * scan.dpi_y / 72);
      sum +=
          255 - scan.samples[static_cast<std::size_t>((row * scan.width + column) * scan.channels)];
      ++count;
    }
  }
  return sum / 255 / count;
}

}  // namespace

TEST_CASE("scan: words of a leaning page lie where the truth says") {
  const TypesetFile file = one_page();
  const ScanRecipe recipe{.name = "leaning", .dpi_x = 150, .dpi_y = 150, .skew = 3};
  const ScannedPage scan = scan_page(file.paper.page(1), recipe, 7);
  CHECK(std::abs(scan.skew) <= 3);
  CHECK(scan.skew != 0);
  const TruthPage truth = scanned_truth(file.truth.pages[0], scan);
  CHECK(truth.origin == Origin::ocr);
  CHECK(truth.skew == scan.skew);
  for (const SetWord& word : truth.lines[1].at(0)) {
    INFO(word.text);
    CHECK(darkness(scan, word.box) > 0.09);
  }
  CHECK(darkness(scan, {100, 400, 500, 700}) < 0.03);
}

TEST_CASE("scan: the same seed spoils a page in the same way, another in another") {
  const TypesetFile file = one_page();
  const ScanRecipe& office = *scan_recipe("office");
  CHECK(scan_page(file.paper.page(1), office, 1).samples ==
        scan_page(file.paper.page(1), office, 1).samples);
  CHECK(scan_page(file.paper.page(1), office, 1).skew !=
        scan_page(file.paper.page(1), office, 2).skew);
}

TEST_CASE("scan: a page that lies on its side says how to turn it upright") {
  const TypesetFile file = one_page();
  const ScannedPage scan = scan_page(file.paper.page(1), *scan_recipe("photo"), 1);
  CHECK(scan.quarter_turns == 1);
  CHECK(scan.width > scan.height);
  CHECK(scanned_truth(file.truth.pages[0], scan).rotation == 270);
}

TEST_CASE("scan: each form is coded as what it is") {
  const TypesetFile file = one_page();
  const auto scanned = [&](std::string_view name) {
    return scan_page(file.paper.page(1), *scan_recipe(name), 4);
  };
  CHECK(jpeg_of(scanned("jpeg"), 60).starts_with("\xFF\xD8"));
  CHECK(png_of(scanned("png")).substr(1, 3) == "PNG");
  CHECK(tiff_of({scanned("tiff"), scanned("tiff")}).substr(0, 2) == "II");
  const PagePicture fax = coded(scanned("fax"), *scan_recipe("fax"));
  CHECK(fax.coding == PagePicture::Coding::ccitt_g4);
  CHECK(fax.page_width == Approx(595.2).margin(1));
  CHECK(fax.page_height == Approx(841.9).margin(1));
  CHECK(scan_recipe("papyrus") == nullptr);
}
