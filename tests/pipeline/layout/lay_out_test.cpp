#include "pipeline/layout/lay_out.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <random>

#include "tests/pipeline/layout/paper.h"

namespace diarium {
namespace {

const std::string kLine{kFullLine};

double seconds_for(const Sheet& sheet) {
  const auto start = std::chrono::steady_clock::now();
  const Page page = lay_out(sheet);
  CHECK(page.words.size() == sheet.words.size());
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// What Page promises: words of lines and lines of blocks follow each other without a gap.
void check_covered(const Page& page) {
  std::size_t word = 0;
  for (const Line& line : page.lines) {
    CHECK(line.words.begin == word);
    CHECK(line.words.end > line.words.begin);
    word = line.words.end;
  }
  CHECK(word == page.words.size());
  std::size_t line = 0;
  for (const Block& block : page.blocks) {
    CHECK(block.lines.begin == line);
    CHECK(block.lines.end > block.lines.begin);
    line = block.lines.end;
  }
  CHECK(line == page.lines.size());
}

}  // namespace

TEST_CASE("lay_out: an official's memo from its head to its foot") {
  Paper paper;
  paper.set(480, 40, "Sida 1(1)", {.size = 9});
  paper.set_lines(71, 110, {"Eva Ek", "Handläggare", "0500-12 34 56"});
  paper.set_lines(220, 110, {"Datum", "2024-03-12"});
  paper.set_lines(360, 110, {"Instans", "Kommunstyrelsen", "Dnr KS 2024-00012 1.2.3"});
  paper.set(71, 190, "Budgetuppföljning efter maj 2024", {.size = 18, .bold = true});
  paper.set(71, 220, "Kommunstyrelsens beslut", {.size = 14, .bold = true});
  paper.set_lines(71, 236, {kLine, "medel."});
  paper.set_lines(71, 300, {"Siv Ås", "Ordförande"});
  paper.set_lines(280, 300, {"Bo Lund", "Förvaltningschef"});
  paper.rule(71, 765, 520);
  paper.set_lines(71, 780, {"Kommunstyrelsen"}, {.size = 7});
  paper.set_lines(180, 780, {"Postadress", "540 10 Almvik"}, {.size = 7});
  paper.set_lines(280, 780, {"Telefon", "0500-12 30 00"}, {.size = 7});
  const Page page = paper.page();
  CHECK(blocks_of(page) ==
        std::vector<std::string>{
            "running_head: Sida 1(1)", "paragraph: Eva Ek / Handläggare / 0500-12 34 56",
            "paragraph: Datum / 2024-03-12",
            "paragraph: Instans / Kommunstyrelsen / Dnr KS 2024-00012 1.2.3",
            "heading: Budgetuppföljning efter maj 2024", "heading: Kommunstyrelsens beslut",
            "paragraph: " + kLine + " / medel.", "paragraph: Siv Ås / Ordförande",
            "paragraph: Bo Lund / Förvaltningschef", "footer: Kommunstyrelsen",
            "footer: Postadress / 540 10 Almvik", "footer: Telefon / 0500-12 30 00"});
  check_covered(page);
}

TEST_CASE("lay_out: a leaning scan is read like a straight one") {
  Paper paper;
  for (int i = 0; i < 12; ++i) paper.set(71, 150 + 14.4 * i, kLine, {.confidence = 0.95});
  const Page straight = paper.page();
  paper.lean(1.2);
  const Page leaning = paper.page();
  CHECK(text_of(leaning) == text_of(straight));
  CHECK(leaning.blocks.size() == 1);
}

TEST_CASE("lay_out: any sheet gives a page") {
  CHECK(lay_out(Sheet{}).blocks.empty());

  Sheet odd;
  odd.words.push_back({.text = "x", .box = {-5, -5, -5, -5}});
  odd.words.push_back({.text = "y", .box = {1e9, 1e9, 1e9, 1e9}, .baseline = -1e9});
  odd.rulings.push_back({});
  odd.areas.push_back({});
  check_covered(lay_out(odd));
}

TEST_CASE(
    "lay_out: ten thousand words strewn over a page take less than a tenth of a second, as built "
    "for users") {
  std::mt19937 random(7);
  std::uniform_real_distribution<double> x(0, 590);
  std::uniform_real_distribution<double> y(0, 840);
  Paper strewn;
  for (int i = 0; i < 10'000; ++i) strewn.set(x(random), y(random), "ord", {.size = 6});
  Paper ladder;
  for (int i = 0; i < 10'000; ++i) ladder.set(i % 2 == 0 ? 71 : 300, 0.084 * i, "ord", {.size = 2});
  Paper grid;
  for (int i = 0; i < 10'000; ++i) grid.set(5.9 * (i % 100), 8.4 * (i / 100), "1", {.size = 3});
  for (const Paper* paper : {&strewn, &ladder, &grid}) {
    check_covered(paper->page());
    CHECK(seconds_for(paper->sheet()) < 10.0);  // with sanitizers, on a busy machine
  }
}

}  // namespace diarium
