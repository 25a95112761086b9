#include "pipeline/layout/side_headings.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/pipeline/layout/paper.h"

namespace diarium::layout {
namespace {

constexpr std::string_view kLine = "Förvaltningen har i skrivelse redovisat att underskottet för";

constexpr std::string_view kMore = "året beräknas bli mycket större än vad nämnden hade räknat";

/// Text with an edge at x = 160, in paragraphs of three lines.
Paper text_beside(const std::vector<std::string>& headings) {
  Paper paper;
  double y = 100;
  for (const std::string& heading : headings) {
    paper.set(60, y, heading);
    y = paper.set_lines(160, y, {std::string(kLine), std::string(kMore), "stort."}) + 12;
  }
  return paper;
}

std::vector<std::string> headings_of(const Paper& paper) {
  const Upright page = upright_of(paper.sheet());
  std::vector<std::string> texts;
  for (const SideHeading& heading : side_headings(page, rows_of(page, all_tokens(page)))) {
    texts.emplace_back();
    for (const Row& row : heading.rows) texts.back() += text_of(page, row) + '|';
  }
  return texts;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("side headings: headings left of their text are headings above it") {
  const Paper paper = text_beside({"Ärendet", "Bedömning", "TN § 87"});
  CHECK(headings_of(paper) == Texts{"Ärendet|", "Bedömning|", "TN § 87|"});
  const Texts blocks = blocks_of(paper.page());
  REQUIRE(blocks.size() == 6);
  CHECK(blocks[0] == "heading: Ärendet");
  CHECK(blocks[1].starts_with("paragraph: Förvaltningen"));
  CHECK(blocks[2] == "heading: Bedömning");
}

TEST_CASE("side headings: one may run over two lines") {
  Paper paper = text_beside({"Ärendet", "Synpunkter från", "Ekonomi"});
  paper.set(60, 100 + 3 * 14.4 + 12 + 14.4, "föräldrar");
  CHECK(headings_of(paper) == Texts{"Ärendet|", "Synpunkter från|föräldrar|", "Ekonomi|"});
  CHECK(blocks_of(paper.page())[2] == "heading: Synpunkter från / föräldrar");
}

TEST_CASE("side headings: labels of single values, numbers and columns of a table are none") {
  Paper labels;
  for (int i = 0; i < 12; ++i) {
    labels.set(60, 100 + 15 * i, "Namn");
    labels.set(160, 100 + 15 * i, "Eva Ek på förvaltningen i Almvik");
  }
  CHECK(headings_of(labels).empty());
  CHECK(headings_of(text_beside({"1.", "2.", "3."})).empty());
  Paper table = text_beside({"Ärendet", "Bedömning", "Ekonomi"});
  table.rule_down(150, 80, 400);
  CHECK(headings_of(table).empty());
}

TEST_CASE("side headings: beside the middle of a paragraph stand notes") {
  Paper paper = text_beside({"", "", ""});
  for (int i = 0; i < 3; ++i) paper.set(60, 114.4 + i * (3 * 14.4 + 12), "Anmärkning");
  CHECK(headings_of(paper).empty());
}

}  // namespace diarium::layout
