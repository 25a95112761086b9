#include "pipeline/layout/upright.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/layout/paper.h"

namespace diarium::layout {

TEST_CASE("upright: words of a leaning line get one baseline") {
  Paper paper;
  paper.set(71, 100, kFullLine);
  paper.lean(1.5);
  const Upright page = upright_of(paper.sheet());
  REQUIRE(page.tokens.size() > 5);
  for (const Token& token : page.tokens) CHECK(token.baseline == Approx(100).margin(0.01));
}

TEST_CASE("upright: rulings are parted by their run, and lose the rise of the lean") {
  Paper paper;
  paper.set(71, 100, "Almvik");
  paper.rule(71, 200, 500);
  paper.rule_down(71, 200, 300);
  Upright page = upright_of(paper.sheet());
  REQUIRE(page.across.size() == 1);
  REQUIRE(page.down.size() == 1);

  Sheet leaning = paper.sheet();
  leaning.skew = 1;
  leaning.rulings[0].box.bottom += 7.5;
  page = upright_of(leaning);
  CHECK(page.across[0].height() < 1.5);
}

TEST_CASE("upright: the body size is that of most letters, and 10 on a page without words") {
  Paper paper;
  paper.set(71, 60, "KALLELSE", {.size = 20});
  paper.set(71, 100, kFullLine, {.size = 11});
  paper.set(71, 800, "Postadress", {.size = 7});
  CHECK(upright_of(paper.sheet()).body_size == 11);
  CHECK(upright_of(Sheet{}).body_size == 10);
}

TEST_CASE("upright: a word without a size is as large as its box is high") {
  Sheet sheet;
  sheet.words.push_back({.text = "Almvik", .box = {0, 0, 30, 14}, .baseline = 10});
  CHECK(upright_of(sheet).tokens.front().size == 14);
}

}  // namespace diarium::layout
