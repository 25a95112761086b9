#include "pipeline/layout/rule_lines.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/layout/paper.h"

namespace diarium::layout {

TEST_CASE("rule lines: strokes along one line are one line, cell by cell as they were drawn") {
  Paper paper;
  paper.rule(71, 100, 150);
  paper.rule(151, 100.8, 300);
  paper.rule(320, 100, 400);
  const RuleLines lines = rule_lines_of(upright_of(paper.sheet()));
  REQUIRE(lines.across.size() == 2);
  CHECK(lines.across[0].from == 71);
  CHECK(lines.across[0].to == 300);
  CHECK(lines.across[1].from == 320);
}

TEST_CASE("rule lines: outlined boxes have four, coloured bands none") {
  Paper paper;
  paper.area({{71, 100, 200, 150}, false, 0});
  paper.area({{71, 200, 500, 220}, true, 0.1});
  const RuleLines lines = rule_lines_of(upright_of(paper.sheet()));
  CHECK(lines.across.size() == 2);
  CHECK(lines.down.size() == 2);
}

TEST_CASE("rule lines: strokes as short as letters are none") {
  Paper paper;
  paper.rule(71, 100, 75);
  CHECK(rule_lines_of(upright_of(paper.sheet())).across.empty());
}

}  // namespace diarium::layout
