#include "pipeline/layout/columns_across.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/layout/paper.h"

namespace diarium::layout {
namespace {

/// Items with case numbers beside them; the second one runs over two lines.
Paper agenda() {
  Paper paper;
  const std::vector<std::string> titles{"Upprop", "Svar på motion om frukost i alla skolor",
                                        "Delårsbokslut", "Regler för skolskjuts"};
  double y = 150;
  for (std::size_t i = 0; i < titles.size(); ++i) {
    paper.set(71, y, std::to_string(i + 1) + ".");
    paper.set(95, y, titles[i]);
    if (i > 0) paper.set(400, y, "BUN 2003/7" + std::to_string(i));
    y += 21;
    if (i != 1) continue;
    paper.set(95, y - 6, "som kommunen har");
    y += 15;
  }
  return paper;
}

using Blocks = std::vector<std::string>;

}  // namespace

TEST_CASE("columns across: what stands beside numbered lines belongs to them") {
  CHECK(blocks_of(agenda().page()) ==
        Blocks{"list_item 1.: 1. Upprop",
               "list_item 2.: 2. Svar på motion om frukost i alla skolor / som kommunen har",
               "paragraph: BUN 2003/71", "list_item 3.: 3. Delårsbokslut BUN 2003/72",
               "list_item 4.: 4. Regler för skolskjuts BUN 2003/73"});
}

TEST_CASE("columns across: columns of text are read one after the other") {
  Paper paper;
  for (int i = 0; i < 8; ++i) {
    paper.set(71, 150 + 14 * i, "Förvaltningen har i skrivelse redovisat");
    paper.set(330, 150 + 14 * i, "Nämnden delar i allt den uppfattning som");
  }
  CHECK(blocks_of(paper.page()).size() == 2);
}

TEST_CASE("columns across: markers and labels with a colon are read with what they mark") {
  CHECK(read_across({"1.", "2.", "3."}, {"Upprop", "Taxa", "Val"}));
  CHECK(read_across({"Tid:", "Plats:"}, {"kl. 9", "Rådhuset"}));
  CHECK_FALSE(read_across({"Eva Ek", "Nils Löw"}, {"Ordförande", "Chef"}));
}

}  // namespace diarium::layout
