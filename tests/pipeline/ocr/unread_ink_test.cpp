#include "pipeline/ocr/unread_ink.h"

#include <catch2/catch.hpp>

#include "drawn_page.h"

using namespace diarium;

namespace {

constexpr double kPixelsPerPoint = 200 / 72.0;

ReadWord word_read(const PrintedLine& line, const std::string& text) {
  const Rect box = printed_box(line, text);
  return {.word = {.text = text},
          .pixels = {box.left * kPixelsPerPoint, box.top * kPixelsPerPoint,
                     box.right * kPixelsPerPoint, box.bottom * kPixelsPerPoint}};
}

Image ink_of(const std::vector<PrintedLine>& lines) {
  return Image(pixThresholdToBinary(to_grey_image(drawn_page(lines, {})).get(), 160));
}

}  // namespace

TEST_CASE("unread ink: a signature that gave no words is a picture, printed words are none") {
  const PrintedLine printed{.text = "Ordförande"};
  const PrintedLine signature{.text = "<i>Alma</i>", .left = 100, .baseline = 120, .size = 30};
  const Image ink = ink_of({printed, signature});
  const auto found = find_unread_ink(ink, {word_read(printed, "Ordförande")}, 200);
  REQUIRE(found.size() == 1);
  CHECK(found[0].left / kPixelsPerPoint == Approx(101).margin(4));
  CHECK(found[0].bottom / kPixelsPerPoint == Approx(120).margin(4));
}

TEST_CASE("unread ink: specks and a missed letter are no pictures") {
  CHECK(find_unread_ink(ink_of({{.text = ". , - i"}}), {}, 200).empty());
  CHECK(find_unread_ink(ink_of({}), {}, 200).empty());
  CHECK(find_unread_ink(nullptr, {}, 200).empty());
}
