#include "pipeline/layout/stamps.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/layout/paper.h"

namespace diarium {
namespace {

/// A paper with a letter and, if `slope`, a stamp whose lines climb by 0.07.
Paper letter(double slope) {
  Paper paper;
  for (int i = 0; i < 8; ++i) paper.set(71, 150 + 14.4 * i, "Härmed ansöker föreningen om bidrag");
  const Type type{.size = 9, .bold = true};
  double y = 200;
  for (const auto& line : {std::vector<std::string>{"ALMVIKS", "KOMMUN"},
                           {"Socialnämnden"},
                           {"Ink.", "2024", "-05-", "21"}}) {
    double x = 430;
    for (const std::string& word : line) {
      x = paper.set(x, y - slope * (x - 430), word, type) + 3;
    }
    y += 12;
  }
  paper.area({{420, 170, 540, 240}, false, 0});
  return paper;
}

}  // namespace

TEST_CASE("stamps: words aslant within a frame are read last, along their slant") {
  const Page page = letter(0.07).page();
  CHECK(blocks_of(page).back() == "stamp: ALMVIKS KOMMUN / Socialnämnden / Ink. 2024 -05- 21");
  CHECK(page.blocks.size() == 2);
}

TEST_CASE("stamps: words that stand level in a frame are none") {
  for (const Block& block : letter(0).page().blocks) CHECK(block.kind != BlockKind::stamp);
}

TEST_CASE("stamps: without a frame there is none") {
  Sheet sheet = letter(0.07).sheet();
  sheet.areas.clear();
  CHECK(layout::stamps_of(layout::upright_of(sheet)).empty());
}

}  // namespace diarium
