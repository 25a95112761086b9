#include "models/page.h"

#include <catch2/catch.hpp>

using namespace diarium;

namespace {

Page page_of_two_lines() {
  Page page;
  page.words = {{.text = "kommunen", .confidence = 1.0},
                {.text = "1", .style = {.superscript = true}, .confidence = 0.1, .joined = true},
                {.text = "växer", .confidence = 0.5}};
  page.lines = {{.words = {0, 2}}, {.words = {2, 3}}};
  return page;
}

}  // namespace

TEST_CASE("Page: a joined word follows without a blank, each printed line is a line") {
  CHECK(text_of(page_of_two_lines()) == "kommunen1\nväxer\n");
  CHECK(text_of(Page{}).empty());
}

TEST_CASE("Page: long words weigh more in its confidence") {
  // 8 bytes at 1.0, 1 at 0.1, 6 at 0.5.
  CHECK(confidence_of(page_of_two_lines()) == Approx((8 * 1.0 + 0.1 + 6 * 0.5) / 15));
  CHECK(confidence_of(Page{}) == 1.0);
}
