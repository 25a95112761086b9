#include "pipeline/layout/tables_split.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/layout/paper.h"

namespace diarium {

TEST_CASE("split tables: lines between columns only, each line of numbers is a row") {
  Paper paper;
  paper.grid({71, 220, 420}, {100, 120, 200});
  paper.set(75, 115, "Verksamhet");
  paper.set(225, 115, "Budget");
  paper.set_lines(75, 138, {"Förskola", "Fritidshem", "Grundskola", "Summa"});
  paper.set_lines(225, 138, {"1 200", "410", "9 050", "10 660"});
  const Page page = paper.page();
  REQUIRE(page.tables.size() == 1);
  CHECK(rows_of(page.tables.front()) ==
        std::vector<std::string>{"Verksamhet | Budget", "Förskola | 1 200", "Fritidshem | 410",
                                 "Grundskola | 9 050", "Summa | 10 660"});
}

TEST_CASE("split tables: wrapped text in cells stays one row") {
  Paper paper;
  paper.grid({71, 230, 420}, {100, 120, 200});
  paper.set(75, 115, "Mål");
  paper.set(235, 115, "Åtgärd");
  paper.set_lines(75, 138, {"Almvik ska vara en god", "kommun för alla barn", "och unga"});
  paper.set_lines(235, 138,
                  {"Fler lekplatser anläggs i alla", "kommunens tätorter senast", "under år 2027"});
  const Page page = paper.page();
  REQUIRE(page.tables.size() == 1);
  CHECK(page.tables.front().rows == 2);
}

TEST_CASE("split tables: headings of two lines set beside headings of one are one row") {
  Paper paper;
  paper.grid({71, 170, 270, 420}, {100, 140, 160});
  paper.set(75, 122, "Helår");
  paper.set_lines(175, 115, {"Januari–", "maj"});
  paper.set(275, 122, "Avvikelse");
  paper.set(75, 155, "112 400");
  paper.set(175, 155, "46 833");
  paper.set(275, 155, "-267");
  const Page page = paper.page();
  REQUIRE(page.tables.size() == 1);
  CHECK(page.tables.front().rows == 2);
}

TEST_CASE("split tables: long labels beside numbers in every line are rows, not wrapped text") {
  Paper paper;
  paper.grid({71, 230, 420}, {100, 120, 180});
  paper.set(75, 115, "Svar");
  paper.set(235, 115, "Antal");
  paper.set_lines(75, 138,
                  {"Jag behöll fonderna", "Jag sålde några av dem", "Jag sålde allihop nu"});
  paper.set_lines(235, 138, {"344", "53", "61"});
  const Page page = paper.page();
  REQUIRE(page.tables.size() == 1);
  CHECK(page.tables.front().rows == 4);
}

TEST_CASE("split tables: double lines make no rows or columns") {
  Paper paper;
  paper.grid({67, 71, 220, 420, 424}, {96, 100, 120, 140, 144});
  paper.set(75, 115, "Ja");
  paper.set(225, 115, "31");
  paper.set(75, 135, "Nej");
  paper.set(225, 135, "18");
  const Page page = paper.page();
  REQUIRE(page.tables.size() == 1);
  CHECK(rows_of(page.tables.front()) == std::vector<std::string>{"Ja | 31", "Nej | 18"});
}

}  // namespace diarium
