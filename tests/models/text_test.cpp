#include "models/text.h"

#include <catch2/catch.hpp>

using namespace diarium;

namespace {

Piece piece_at(int page, double left, double confidence = 1.0) {
  return {.page = page, .box = {left, 100, left + 40, 112}, .confidence = confidence};
}

/// "Almviks kommun\nKallelse", the last word on page 2.
Text letterhead() {
  Text text;
  text.append("Almviks", piece_at(1, 50, 0.9));
  text.append_gap(" ");
  text.append("kommun", piece_at(1, 100, 0.7));
  text.append_gap("\n");
  text.append("Kallelse", piece_at(2, 50));
  return text;
}

}  // namespace

TEST_CASE("Text: a span leads back to the page and box of its words") {
  const Text text = letterhead();
  CHECK(text.view() == "Almviks kommun\nKallelse");
  const Place place = text.place_of({0, 14});
  CHECK(place.page == 1);
  CHECK(place.box == Rect{50, 100, 140, 112});
  CHECK(text.place_of({15, 23}).page == 2);
}

TEST_CASE("Text: over a page break the place is that of the first page") {
  const Text text = letterhead();
  const Place place = text.place_of({8, 23});
  CHECK(place.page == 1);
  CHECK(place.box == Rect{100, 100, 140, 112});
}

TEST_CASE("Text: a gap alone has no place and no doubt") {
  const Text text = letterhead();
  CHECK(text.place_of({7, 8}).page == 0);
  CHECK(text.confidence_of({7, 8}) == 1.0);
  CHECK(text.pieces_in({7, 8}).empty());
  CHECK(Text().pieces_in({0, 5}).empty());
}

TEST_CASE("Text: confidence is that of the word least sure") {
  CHECK(letterhead().confidence_of({0, 23}) == 0.7);
}

TEST_CASE("Text: the hyphen of a divided word is taken off its piece") {
  Text text;
  text.append("nämn-", piece_at(1, 50));
  text.drop_last(1);
  text.append("den", piece_at(1, 10));
  CHECK(text.view() == "nämnden");
  REQUIRE(text.pieces().size() == 2);
  CHECK(text.pieces()[0].span == Span{0, 5});
  CHECK(text.pieces()[1].span == Span{5, 8});
}

TEST_CASE("Text: dropping more than there is leaves an empty text") {
  Text text = letterhead();
  text.drop_last(8);
  CHECK(text.pieces().size() == 2);
  text.drop_last(100);
  CHECK(text.view().empty());
  CHECK(text.pieces().empty());
}
