#include "pipeline/layout/blocks.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/layout/paper.h"

namespace diarium {
namespace {

using Blocks = std::vector<std::string>;
const std::string kLine{kFullLine};

}  // namespace

TEST_CASE("blocks: white between lines parts paragraphs") {
  Paper paper;
  paper.set_lines(71, 150, {kLine, "medel."});
  paper.set_lines(71, 188, {kLine, "tid."});
  CHECK(blocks_of(paper.page()) ==
        Blocks{"paragraph: " + kLine + " / medel.", "paragraph: " + kLine + " / tid."});
}

TEST_CASE("blocks: a line that ends early ends its paragraph, also without white") {
  Paper paper;
  paper.set_lines(71, 150, {kLine, "medel.", kLine, "tid."});
  CHECK(paper.page().blocks.size() == 2);
}

TEST_CASE("blocks: an indented line begins a paragraph") {
  Paper paper;
  paper.set_lines(71, 150, {kLine, kLine});
  paper.set(89, 178.8, "Nämnden har under våren haft tre möten om frågan och beslutat");
  CHECK(paper.page().blocks.size() == 2);
}

TEST_CASE("blocks: bold words within a paragraph part nothing, lines all bold do") {
  Paper paper;
  paper.set(71, 150, kLine);
  const double end = paper.set(71, 164.4, "medel där det är");
  paper.set(end + 3, 164.4, "ekonomiskt försvarbart för hela kommunen", {.bold = true});
  CHECK(paper.page().blocks.size() == 1);
  paper.set(71, 178.8, "Bakgrund", {.bold = true});
  CHECK(paper.page().blocks.size() == 1 + 1);
}

TEST_CASE("blocks: widely set text runs on, single clauses do not") {
  Paper paper;
  for (int i = 0; i < 3; ++i) paper.set(71, 150 + 21 * i, kLine);
  paper.set(71, 150 + 21 * 3, "medel för detta.");
  CHECK(paper.page().blocks.size() == 1);

  Paper clauses;
  clauses.set_lines(71, 150, {kLine, kLine, "medel."});
  clauses.set(71, 200, "att sälja fastigheten Kvarnen 7, och");
  clauses.set(71, 221, "att teckna köpeavtalet.");
  CHECK(clauses.page().blocks.size() == 3);
}

TEST_CASE("blocks: a stack of short lines stays together") {
  Paper paper;
  paper.set_lines(71, 150, {"Moderaterna", "Eva Ek", "Bo Lund", "Siv Ås"});
  CHECK(blocks_of(paper.page()) == Blocks{"paragraph: Moderaterna / Eva Ek / Bo Lund / Siv Ås"});
}

TEST_CASE("blocks: a short sentence on a line of its own is a paragraph") {
  Paper paper;
  paper.set_lines(71, 150,
                  {"Nämnden ger startbesked för en eldstad.", "Avgiften är 1 850 kronor."});
  CHECK(blocks_of(paper.page()) == Blocks{"paragraph: Nämnden ger startbesked för en eldstad.",
                                          "paragraph: Avgiften är 1 850 kronor."});
}

TEST_CASE("blocks: a line of underscores under a sentence parts what stands around it") {
  Paper paper;
  paper.set_lines(71, 150, {"Rådet lämnar synpunkter.", "_________", "KTR § 8 Dnr 2025/51"});
  CHECK(paper.page().blocks.size() == 3);

  Paper signing;
  signing.set_lines(71, 150, {"Vid protokollet", "_________", "Eva Ek"});
  CHECK(signing.page().blocks.size() == 1);
}

TEST_CASE("blocks: a divided word goes on, however early its line ends") {
  Paper paper;
  paper.set_lines(71, 150, {kLine, "och en lång vattenled-", "ning till byn."});
  CHECK(paper.page().blocks.size() == 1);
}

TEST_CASE("blocks: a line of hyphens is one of its own") {
  Paper paper;
  paper.set_lines(71, 150, {"Gatukontoret", "-----", "Utdrag till:"});
  CHECK(paper.page().blocks.size() == 3);
}

TEST_CASE("blocks: lines set in below an att-clause go on with it") {
  Paper paper;
  paper.set_lines(71, 150, {kLine, kLine});
  const std::string clause =
      "att fastställa taxan för avfall under det kommande året i enlighet med";
  paper.set(71, 200, clause);
  paper.set(100, 214.4, "tekniska nämndens förslag, samt");
  paper.set(71, 228.8, "att utvärdera den.");
  const Blocks blocks = blocks_of(paper.page());
  REQUIRE(blocks.size() == 3);
  CHECK(blocks[1] == "paragraph: " + clause + " / tekniska nämndens förslag, samt");
  CHECK(blocks[2] == "paragraph: att utvärdera den.");
}

TEST_CASE("blocks: list items keep their hanging lines") {
  Paper paper;
  paper.set(71, 150, "9.");
  paper.set(95, 150, "Budgetuppföljning");
  paper.set(95, 164.4, "Dnr 2024-00070 1.2.4");
  paper.set(71, 186, "10.");
  paper.set(95, 186, "Uppföljning");
  CHECK(blocks_of(paper.page()) ==
        Blocks{"list_item 9.: 9. Budgetuppföljning / Dnr 2024-00070 1.2.4",
               "list_item 10.: 10. Uppföljning"});
}

TEST_CASE("blocks: a bold sentence under the text of an item belongs to it") {
  Paper paper;
  paper.set(71, 150, kLine);
  paper.set(71, 178, "-");
  paper.set(82, 178, "Den som har lämnat felaktiga uppgifter kan stängas av i högst två långa år.");
  paper.set(82, 192.4, "Felaktiga uppgifter leder till avstängning.", {.bold = true});
  CHECK(paper.page().blocks.size() == 2);
}

TEST_CASE("blocks: items follow close upon each other, and a paragraph upon the last") {
  Paper paper;
  paper.set_lines(71, 150,
                  {"Nämnden beslutar", "- att bifalla motionen", "- att avsätta medel", kLine});
  CHECK(blocks_of(paper.page()) ==
        Blocks{"paragraph: Nämnden beslutar", "list_item -: - att bifalla motionen",
               "list_item -: - att avsätta medel", "paragraph: " + kLine});
}

TEST_CASE("blocks: the text of an item may run on under its marker") {
  Paper paper;
  paper.set_lines(71, 150, {"- " + kLine, "medel", "- att avslå resten"});
  CHECK(blocks_of(paper.page()) ==
        Blocks{"list_item -: - " + kLine + " / medel", "list_item -: - att avslå resten"});
}

TEST_CASE("blocks: a dash that begins a line of running text marks no item") {
  Paper paper;
  paper.set_lines(71, 150, {kLine, "- som nämnts - ännu inte har beslutats"});
  CHECK(paper.page().blocks.size() == 1);
}

TEST_CASE("blocks: each column of a card is one block, bold lines within it") {
  Paper paper;
  paper.set_lines(71, 150, {"Eva Ek", "Handläggare", "0500-12 34 56"});
  paper.set_lines(220, 150, {"Datum", "2024-03-12"});
  paper.set(360, 150, "Instans");
  paper.set(360, 164.4, "Kommunstyrelsen", {.bold = true});
  paper.set(360, 178.8, "Dnr KS 2024-00012 1.2.3");
  const Page page = paper.page();
  CHECK(blocks_of(page) ==
        Blocks{"paragraph: Eva Ek / Handläggare / 0500-12 34 56", "paragraph: Datum / 2024-03-12",
               "paragraph: Instans / Kommunstyrelsen / Dnr KS 2024-00012 1.2.3"});
  CHECK(page.blocks[2].column == 2);
  CHECK(page.blocks[2].columns == 3);
}

TEST_CASE("blocks: one block a footnote, with its marker") {
  Paper paper;
  for (int i = 0; i < 20; ++i) paper.set(71, 150 + 14.4 * i, kLine);
  const Type small{.size = 9};
  const Type raised{.size = 6, .rise = 3};
  paper.rule(71, 640, 215);
  paper.set(71, 652, "1", raised);
  paper.set(76, 652, "Under hösten hölls samråd,", small);
  paper.set(71, 663, "se protokoll.", small);
  paper.set(71, 674, "2", raised);
  paper.set(76, 674, "SOU 2017:47.", small);
  const Blocks blocks = blocks_of(paper.page());
  REQUIRE(blocks.size() == 3);
  CHECK(blocks[1] == "footnote 1: 1 Under hösten hölls samråd, / se protokoll.");
  CHECK(blocks[2] == "footnote 2: 2 SOU 2017:47.");
}

TEST_CASE("blocks: indents count from the left edge of the text to the text after the marker") {
  Paper paper;
  paper.set_lines(71, 150, {kLine, kLine, kLine});
  paper.set(95, 210, "•");
  paper.set(113, 210, "samråd");
  const Page page = paper.page();
  CHECK(page.blocks.back().indent == Approx(42));
}

TEST_CASE("blocks: on a scan a title ends where the type is no title's any more") {
  Paper paper;
  const double sure = 0.9;
  paper.set(71, 120, "Anmälningsärenden juni 2019", {.size = 19, .confidence = sure});
  paper.set(71, 147, "Nämndens beslut", {.size = 15, .confidence = sure});
  paper.set_lines(71, 190, {std::string(kFullLine), std::string(kFullLine), "Ett stycke."},
                  {.confidence = sure});
  CHECK(blocks_of(paper.page())[0] == "heading: Anmälningsärenden juni 2019");
}

}  // namespace diarium
