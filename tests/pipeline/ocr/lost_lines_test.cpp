#include "pipeline/ocr/lost_lines.h"

#include <catch2/catch.hpp>

#include "drawn_page.h"
#include "pipeline/ocr/language_models.h"
#include "pipeline/ocr/unread_ink.h"

using namespace diarium;

namespace {

constexpr double kPixelsPerPoint = 200 / 72.0;

/// What is read of a page of which the recogniser has read nothing.
std::string lost_on(const std::vector<PrintedLine>& lines) {
  tesseract::TessBaseAPI tesseract;
  load_models(tesseract, "swe+Latin", "");
  tesseract.SetPageSegMode(tesseract::PSM_SINGLE_BLOCK);
  PreparedPage page;
  page.grey = to_grey_image(drawn_page(lines, {}));
  page.binary.reset(pixThresholdToBinary(page.grey.get(), 160));
  page.resolution = 200;
  page.placement = {.points_per_pixel_x = 1 / kPixelsPerPoint,
                    .points_per_pixel_y = 1 / kPixelsPerPoint};
  const InkPieces pieces(page.binary);
  const auto unread = find_unread_ink(page.binary, {}, page.resolution);
  std::string text;
  for (const ReadWord& word : read_lost_lines(tesseract, page.binary, pieces, unread, page)) {
    text += (text.empty() ? "" : " ") + word.word.text;
    const Rect printed = printed_box(lines.front(), word.word.text);
    CHECK(word.word.box.left == Approx(printed.left).margin(3));
    CHECK(word.pixels.left / kPixelsPerPoint == Approx(printed.left).margin(3));
  }
  CHECK(tesseract.GetPageSegMode() == tesseract::PSM_SINGLE_BLOCK);
  return text;
}

}  // namespace

TEST_CASE("lost lines: a title that was passed over is read, at its place") {
  CHECK(lost_on({{.text = "Uppföljning av uppdraget", .baseline = 90, .size = 20}}) ==
        "Uppföljning av uppdraget");
}

TEST_CASE("lost lines: a few letters of a logo are left a picture") {
  CHECK(lost_on({{.text = "KLM", .baseline = 90, .size = 30}}).empty());
  CHECK(lost_on({}).empty());
}
