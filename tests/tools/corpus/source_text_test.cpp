#include "tools/corpus/source_text.h"

#include <catch2/catch.hpp>

using namespace diarium::corpus;

TEST_CASE("source text: blocks end at empty lines, directives stand before text") {
  const auto blocks = parse_blocks(
      "% a remark\n.sats actions=\"anta\" class=noting\nAnta planen\nför 2024.\n\n# Rubrik\n");
  REQUIRE(blocks.size() == 2);
  CHECK(blocks[0].lines == std::vector<std::string>{"Anta planen", "för 2024."});
  REQUIRE(blocks[0].directive("sats") != nullptr);
  CHECK(blocks[0].directive("sats")->value("actions") == "anta");
  CHECK(blocks[0].directive("sats")->value("class") == "noting");
  CHECK(blocks[0].directive("table") == nullptr);
  CHECK(blocks[0].line_number == 2);
}

TEST_CASE("source text: each list item is a block, the directives go with the first") {
  const auto blocks =
      parse_blocks(".sats actions=anta\n- Anta planen\n- Avslå motionen\n  i övrigt\n");
  REQUIRE(blocks.size() == 2);
  CHECK(blocks[0].directive("sats") != nullptr);
  CHECK(blocks[1].directives.empty());
  CHECK(blocks[1].lines == std::vector<std::string>{"- Avslå motionen", "i övrigt"});
}

TEST_CASE("source text: what begins a list item") {
  for (const char* item : {"- Anta", "• Anta", "1. Anta", "12. Anta", "3) Anta", "a) Anta"}) {
    INFO(item);
    CHECK(list_marker_length(item) > 0);
  }
  for (const char* text :
       {"Anta", "2024 års budget", "2024-03-12 kl. 13", "-", "1.Anta", "a. Anta"}) {
    INFO(text);
    CHECK(list_marker_length(text) == 0);
  }
}

TEST_CASE("source text: two backslashes break a line, cells are cut outside of marks") {
  CHECK(joined_lines({"Bilaga 1 \\\\ Dnr", "KS 2024:12"}) == "Bilaga 1\nDnr KS 2024:12");
  CHECK(split_outside_braces("a | {d|2024-03-12} | c", "|") ==
        std::vector<std::string>{"a", "{d|2024-03-12}", "c"});
}

TEST_CASE("source text: a broken directive is named by its line") {
  CHECK_THROWS_WITH(parse_blocks("\n.sats text=\"anta"), Catch::Contains("line 2"));
}
