#include "pipeline/segment/card_reader.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/segment/written_pages.h"

using namespace diarium;

namespace {

CardCell cell(const std::string& text, double left, double top) {
  constexpr double kSize = 10;
  return {text, {left, top, left + 6.0 * static_cast<double>(text.size()), top + kSize}, kSize};
}

HeaderCard read(const std::vector<CardCell>& cells) {
  return CardReader(shipped_rules()).read(cells);
}

}  // namespace

TEST_CASE("card reader: a wide white parts cells, pages hang one below the other") {
  const auto pages = pages_of("Datum {} Diarienummer");
  std::vector<CardCell> cells;
  for (const Line& line : pages[0].lines) add_cells(pages[0], 0, line.words, line.size, cells);
  for (const Line& line : pages[0].lines) add_cells(pages[0], 1, line.words, line.size, cells);
  REQUIRE(cells.size() == 4);
  CHECK(cells[1].text == "Diarienummer");
  CHECK(cells[2].box.top > cells[0].box.top + pages[0].height);
}

TEST_CASE("card reader: a value stands under its label, or beside it where it can be one") {
  const HeaderCard below = read({cell("Datum", 50, 100), cell("Dnr", 200, 100),
                                 cell("2024-06-11", 50, 112), cell("KS/2024:12", 200, 112)});
  CHECK(below.date == "2024-06-11");
  CHECK(below.number == "KS/2024:12");
  const HeaderCard beside = read({cell("Datum:", 50, 100), cell("2024-06-11", 150, 100),
                                  cell("Dnr:", 50, 112), cell("KS/2024:12", 150, 112)});
  CHECK(beside.date == "2024-06-11");
  CHECK(beside.number == "KS/2024:12");
}

TEST_CASE("card reader: a day under the body that a paper goes to is that of its meeting") {
  const HeaderCard card = read({cell("Till", 50, 100), cell("Socialnämnden", 50, 112),
                                cell("2024-10-24", 50, 124), cell("2024-10-02", 300, 124)});
  CHECK(card.body == "Socialnämnden");
  CHECK(card.meeting_date == "2024-10-24");
  CHECK(card.loose_date == "2024-10-02");
}
