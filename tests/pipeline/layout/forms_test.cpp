#include "pipeline/layout/forms.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/layout/paper.h"

namespace diarium::layout {
namespace {

using Blocks = std::vector<std::string>;

Paper boxed(double label_size) {
  Paper paper;
  paper.grid({70, 300, 520}, {100, 140, 180, 220});
  const std::vector<std::pair<std::string, std::string>> cells{
      {"Datum", "2021-05-18"},   {"Dnr", "KFN 2021/34"},           {"Sökande", "Almviks IF"},
      {"Ärende", "Fler bänkar"}, {"Beslut", "Bidraget beviljas."}, {"Titel", "Kulturchef"}};
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const double left = i % 2 == 0 ? 75 : 305;
    const double top = 112 + 40.0 * static_cast<double>(i / 2);
    paper.set(left, top, cells[i].first, {.size = label_size});
    paper.set(left, top + 16, cells[i].second, {.size = 12});
  }
  return paper;
}

}  // namespace

TEST_CASE("forms: small labels in boxes head what was filled in") {
  const Page page = boxed(8).page();
  CHECK(page.tables.empty());
  CHECK(blocks_of(page) ==
        Blocks{"heading: Datum", "paragraph: 2021-05-18", "heading: Dnr", "paragraph: KFN 2021/34",
               "heading: Sökande", "paragraph: Almviks IF", "heading: Ärende",
               "paragraph: Fler bänkar", "heading: Beslut", "paragraph: Bidraget beviljas.",
               "heading: Titel", "paragraph: Kulturchef"});
}

TEST_CASE("forms: cells in one type are a table") {
  CHECK(boxed(12).page().tables.size() == 1);
}

TEST_CASE("forms: a table is none for its few heads of two lines, one of them small") {
  Paper paper;
  paper.grid({70, 200, 330, 460}, {100, 140, 160, 180, 200, 220});
  for (int column = 0; column < 3; ++column) {
    const double left = 75 + 130 * column;
    paper.set(left, 112, "Budget", {.size = 8});
    paper.set(left, 130, "i kronor");
    for (int row = 0; row < 4; ++row) paper.set(left, 155 + 20 * row, "300 000");
  }
  CHECK(paper.page().tables.size() == 1);
}

TEST_CASE("forms: what stands in the cells below a label alone belongs to it") {
  Paper paper = boxed(8);
  paper.grid({70, 300, 520}, {220, 240, 260, 280});
  paper.set(75, 234, "Skickas till", {.size = 8});
  paper.set(305, 234, "Bilagor", {.size = 8});
  paper.set(75, 254, "Sökanden");
  paper.set(305, 254, "Karta");
  paper.set(75, 274, "Ekonomienheten");
  paper.set(305, 274, "Foto");
  const Blocks blocks = blocks_of(paper.page());
  REQUIRE(blocks.size() >= 6);
  const Blocks last(blocks.end() - 6, blocks.end());
  CHECK(last == Blocks{"heading: Skickas till", "paragraph: Sökanden", "paragraph: Ekonomienheten",
                       "heading: Bilagor", "paragraph: Karta", "paragraph: Foto"});
}

}  // namespace diarium::layout
