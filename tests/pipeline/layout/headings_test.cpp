#include "pipeline/layout/headings.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/layout/paper.h"

namespace diarium {
namespace {

void set_text(Paper& paper, double y) {
  paper.set_lines(71, y, {std::string(kFullLine), std::string(kFullLine), "pengar."});
}

BlockKind kind_of_first(const Paper& paper) {
  return paper.page().blocks.front().kind;
}

}  // namespace

TEST_CASE("headings: bold, larger or capital lines above the text") {
  for (const Type type : {Type{.bold = true}, Type{.size = 14}}) {
    Paper paper;
    paper.set(71, 150, "Ärendet i sin helhet", type);
    set_text(paper, 164.4);
    CHECK(kind_of_first(paper) == BlockKind::heading);
  }
  Paper capitals;
  capitals.set(71, 150, "ALTERNATIVT FÖRSLAG");
  set_text(capitals, 180);
  CHECK(kind_of_first(capitals) == BlockKind::heading);
}

TEST_CASE("headings: a plain short line close above its text") {
  Paper paper;
  paper.set(71, 150, "Bakgrund");
  set_text(paper, 164.4);
  CHECK(kind_of_first(paper) == BlockKind::heading);
}

TEST_CASE("headings: on a scan the white above and below tells them") {
  Paper paper;
  const Type scanned{.confidence = 0.9};
  paper.set(71, 150, kFullLine, scanned);
  paper.set(71, 182, "Beslutsunderlag", scanned);
  paper.set(71, 200, "1. Bilaga om lekplatser", scanned);
  paper.set(71, 232, "Eva Ek", scanned);
  CHECK(blocks_of(paper.page())[1] == "heading: Beslutsunderlag");
  CHECK(paper.page().blocks.back().kind == BlockKind::paragraph);
}

TEST_CASE("headings: a heading over three lines is one block") {
  Paper paper;
  paper.set_lines(
      71, 150, {"Svar på motion om att anlägga fler", "lekplatser för små barn i hela", "kommunen"},
      {.size = 16, .bold = true});
  set_text(paper, 220);
  const Page page = paper.page();
  CHECK(page.blocks.front().kind == BlockKind::heading);
  CHECK(page.blocks.front().lines.size() == 3);
}

TEST_CASE("headings: a sentence, an address or a long bold paragraph is none") {
  Paper sentence;
  sentence.set(71, 150, "Nämnden godkänner förslaget.");
  set_text(sentence, 180);
  CHECK(kind_of_first(sentence) == BlockKind::paragraph);

  Paper address;
  address.set_lines(71, 150, {"Almviks kommun", "Storgatan 1", "540 10 Almvik"});
  set_text(address, 220);
  CHECK(kind_of_first(address) == BlockKind::paragraph);

  Paper bold;
  bold.set_lines(71, 150, std::vector<std::string>(6, std::string(kFullLine)), {.bold = true});
  set_text(bold, 250);
  CHECK(kind_of_first(bold) == BlockKind::paragraph);
}

TEST_CASE("headings: a numbered heading keeps its number in its text") {
  Paper paper;
  paper.set(71, 150, "1. Inledning", {.bold = true});
  set_text(paper, 164.4);
  CHECK(blocks_of(paper.page()).front() == "heading: 1. Inledning");
}

TEST_CASE("headings: entries of a table of contents end in leader dots and a number") {
  Paper paper;
  paper.set(71, 150, "Innehåll", {.bold = true});
  paper.set(71, 180, "1 Inledning ............");
  paper.set(515, 180, "3");
  paper.set(71, 200, "2 Bakgrund ............");
  paper.set(515, 200, "4");
  CHECK(blocks_of(paper.page()) == std::vector<std::string>{"heading: Innehåll",
                                                            "contents: 1 Inledning ............ 3",
                                                            "contents: 2 Bakgrund ............ 4"});
}

TEST_CASE("headings: contents without leaders, but not the items of an agenda") {
  Paper paper;
  const char* const titles[] = {"Inledning", "Bakgrund och syfte", "Slutsatser", "Bilagor"};
  const char* const pages[] = {"3", "4", "12", "15"};
  for (int i = 0; i < 4; ++i) {
    paper.set(71, 100 + 15 * i, titles[i]);
    paper.set(i < 2 ? 514 : 508, 100 + 15 * i, pages[i]);
  }
  const Page page = paper.page();
  CHECK(page.tables.empty());
  REQUIRE(page.blocks.size() == 4);
  CHECK(page.blocks[0].kind == BlockKind::contents);
  CHECK(page.blocks[3].kind == BlockKind::contents);

  Paper agenda;
  for (int i = 0; i < 4; ++i) {
    agenda.set(71, 100 + 15 * i, std::to_string(i + 1) + ".");
    agenda.set(90, 100 + 15 * i, titles[i]);
    agenda.set(514, 100 + 15 * i, std::to_string(i + 3));
  }
  CHECK(agenda.page().blocks.at(0).kind == BlockKind::list_item);
}

TEST_CASE("headings: a bold label before its value on the line is none") {
  Paper paper;
  paper.set(71, 150, "Utses att justera:", {.bold = true});
  paper.set(185, 150, "Eva");
  set_text(paper, 180);
  CHECK(kind_of_first(paper) == BlockKind::paragraph);
}

}  // namespace diarium
