#include "pipeline/layout/assemble.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/layout/paper.h"

namespace diarium::layout {

TEST_CASE(
    "assemble: words stand in the order of lines, with their own boxes, and cells follow them") {
  Paper paper;
  paper.set(300, 100, "sist");
  paper.set(71, 100, "först");
  const Upright page = upright_of(paper.sheet());
  TextLine line = line_of(page, {1, 0});
  Table table{.rows = 1, .columns = 1, .cells = {Cell{.words = {0}}}};
  Block block{.lines = {0, 1}};
  const Page result = assembled(paper.sheet(), page, {line}, {block}, {table});
  REQUIRE(result.words.size() == 2);
  CHECK(result.words[0].text == "först");
  CHECK(result.tables[0].cells[0].words == std::vector<std::size_t>{1});
  CHECK(result.lines[0].box == united(result.words[0].box, result.words[1].box));
  CHECK(result.blocks[0].box == result.lines[0].box);
}

}  // namespace diarium::layout
