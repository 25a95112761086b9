#include "tools/corpus/bulk.h"

#include <catch2/catch.hpp>
#include <stdexcept>

using namespace diarium::corpus;

namespace {

std::string source(std::string_view name) {
  if (name != "ordlistor.txt") return "$[namnd#n.1] har $[tal 3-3] ärenden. $[namnd#n.2]";
  return "% ord\n.list name=namnd\nSocialnämnden / SN\nKulturnämnden / KN\n\n"
         ".list name=sats\n.sats actions=anta|Anta planen.\n";
}

}  // namespace

TEST_CASE("bulk: a remembered choice is the same throughout a paper") {
  const PaperMill mill(source, 1);
  for (std::size_t number = 0; number < 8; ++number) {
    const std::string paper = mill.paper(number);
    INFO(paper);
    CHECK(
        (paper == "Socialnämnden har 3 ärenden. SN" || paper == "Kulturnämnden har 3 ärenden. KN"));
    CHECK(paper == PaperMill(source, 1).paper(number));
  }
}

TEST_CASE("bulk: a choice with a directive is two lines") {
  CHECK(PaperMill(source, 1).filled("$[sats]", 1) == ".sats actions=anta\nAnta planen.");
}

TEST_CASE("bulk: an unknown list is refused by its name") {
  CHECK_THROWS_WITH(PaperMill(source, 1).filled("$[saga]", 1), Catch::Contains("saga"));
}
