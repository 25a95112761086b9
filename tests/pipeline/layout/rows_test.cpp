#include "pipeline/layout/rows.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/layout/paper.h"

namespace diarium::layout {
namespace {

std::vector<std::string> rows_on(const Paper& paper) {
  const Upright page = upright_of(paper.sheet());
  std::vector<std::string> texts;
  for (const Row& row : rows_of(page, all_tokens(page))) texts.push_back(text_of(page, row));
  return texts;
}

}  // namespace

TEST_CASE("rows: words on one baseline are one row, whatever order they were read in") {
  Paper paper;
  paper.set(200, 120, "andra");
  paper.set(71, 120, "Den");
  paper.set(71, 100, "Första raden");
  CHECK(rows_on(paper) == std::vector<std::string>{"Första raden", "Den andra"});
}

TEST_CASE("rows: OCR baselines that tremble are one row") {
  Paper paper;
  paper.set(71, 100, "Nämnden");
  paper.set(130, 101.6, "beslutar");
  paper.set(190, 99.2, "följande");
  CHECK(rows_on(paper) == std::vector<std::string>{"Nämnden beslutar följande"});
}

TEST_CASE("rows: a raised number belongs to the line that it hangs on") {
  Paper paper;
  paper.set(71, 85, "Raden ovanför är också text");
  paper.set(71, 100, "samhället");
  paper.hang("1", {.size = 7, .rise = 4.5});
  paper.set(71, 115, "Raden under är också text");
  CHECK(rows_on(paper) == std::vector<std::string>{"Raden ovanför är också text", "samhället1",
                                                   "Raden under är också text"});
}

TEST_CASE("rows: small type on its own line is a row of its own") {
  Paper paper;
  paper.set(71, 100, "Almviks kommun");
  paper.set(71, 110, "Postadress", {.size = 7});
  CHECK(rows_on(paper).size() == 2);
}

TEST_CASE("rows: a wide gap parts fragments, a blank does not") {
  Paper paper;
  paper.set(71, 100, "Eva Ek\tDatum");
  const Upright page = upright_of(paper.sheet());
  const std::vector<Row> rows = rows_of(page, all_tokens(page));
  REQUIRE(rows.size() == 1);
  REQUIRE(rows[0].fragments.size() == 2);
  CHECK(text_of(page, rows[0].fragments[0].tokens) == "Eva Ek");
}

TEST_CASE("rows: size and boldness go by letters") {
  Paper paper;
  const double end = paper.set(71, 100, "Beslut:", {.bold = true});
  paper.set(end + 3, 100, "nämnden bifaller motionen", {.size = 11});
  const Upright page = upright_of(paper.sheet());
  CHECK(size_of(page, all_tokens(page)) == 11);
  CHECK(bold_share(page, all_tokens(page)) == Approx(7.0 / 30).margin(0.02));
}

}  // namespace diarium::layout
