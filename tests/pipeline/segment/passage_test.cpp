#include "pipeline/segment/passage.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/segment/written_pages.h"

using namespace diarium;

TEST_CASE("passage: furniture is left out, the first text of a page opens it") {
  const auto pages =
      pages_of("^ Sida 1(2)\n# Plan för träd\nText på sidan.\n---\n^ Sida 2(2)\nMera text.");
  const auto passages = passages_in(pages);
  REQUIRE(passages.size() == 3);
  CHECK(passages[0].text == "Plan för träd");
  CHECK(passages[0].opens_page);
  CHECK_FALSE(passages[1].opens_page);
  CHECK(passages[2].opens_page);
  CHECK(passages[2].first_page() == 1);
}

TEST_CASE("passage: a cut leaves every word on one side") {
  const auto pages = pages_of("En rad med fem ord\n  och en rad till");
  auto passages = passages_in(pages);
  REQUIRE(passages.size() == 1);
  const Passage rest = cut_off(passages[0], pages, 0, 3);
  CHECK(passages[0].text == "En rad med");
  CHECK(rest.text == "fem ord och en rad till");
  CHECK(rest.lines.size() == 2);
  CHECK(rest.lines[0].box.left > passages[0].lines[0].box.right);
}

TEST_CASE("passage: a cut between lines keeps them whole") {
  const auto pages = pages_of("Första raden\n  andra raden");
  auto passages = passages_in(pages);
  const Passage rest = cut_off(passages[0], pages, 1, 0);
  CHECK(passages[0].text == "Första raden");
  CHECK(rest.text == "andra raden");
}

TEST_CASE("passage: size and weight are those of most letters") {
  const auto pages = pages_of("## Rubrik\nbrödtext");
  const auto passages = passages_in(pages);
  CHECK(passages[0].bold());
  CHECK(passages[0].size() == Approx(12));
  CHECK_FALSE(passages[1].bold());
}
