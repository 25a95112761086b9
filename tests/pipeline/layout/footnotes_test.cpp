#include "pipeline/layout/footnotes.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/layout/paper.h"

namespace diarium::layout {
namespace {

std::vector<std::string> notes_on(const Paper& paper) {
  const Upright page = upright_of(paper.sheet());
  Zones zones = zones_of(page, rows_of(page, all_tokens(page)));
  split_notes(page, zones);
  std::vector<std::string> notes;
  for (const Row& row : zones.notes) notes.push_back(text_of(page, row));
  return notes;
}

void set_body(Paper& paper) {
  for (int i = 0; i < 30; ++i) paper.set(71, 100 + 14.4 * i, kFullLine);
}

using Notes = std::vector<std::string>;
constexpr Type kSmall{.size = 9};

}  // namespace

TEST_CASE("footnotes: small type after a raised number at the foot") {
  Paper paper;
  set_body(paper);
  paper.set(71, 650, "1", {.size = 6, .rise = 3});
  paper.set(76, 650, "Under hösten hölls tre samråd med föreningarna,", kSmall);
  paper.set(71, 661, "se protokoll.", kSmall);
  CHECK(notes_on(paper) ==
        Notes{"1 Under hösten hölls tre samråd med föreningarna,", "se protokoll."});
}

TEST_CASE(
    "footnotes: small type under a short rule, the first note carried over from the page before") {
  Paper paper;
  set_body(paper);
  paper.rule(71, 640, 215);
  paper.set(71, 652, "fortsättning på noten före.", kSmall);
  paper.set(71, 663, "2 SOU 2017:47.", kSmall);
  CHECK(notes_on(paper) == Notes{"fortsättning på noten före.", "2 SOU 2017:47."});
}

TEST_CASE("footnotes: a stray line between two notes does not part the upper one from them") {
  Paper paper;
  set_body(paper);
  paper.set(71, 650, "1", {.size = 6, .rise = 3});
  paper.set(76, 650, "Under hösten hölls tre samråd med föreningarna.", kSmall);
  paper.rule(71, 655, 101);
  paper.set(71, 664, "2", {.size = 6, .rise = 3});
  paper.set(76, 664, "SOU 2017:47.", kSmall);
  CHECK(notes_on(paper) ==
        Notes{"1 Under hösten hölls tre samråd med föreningarna.", "2 SOU 2017:47."});
}

TEST_CASE("footnotes: small type above the rule of the notes is none of them") {
  Paper paper;
  set_body(paper);
  paper.set(71, 630, "Källa: Almviks kommun.", kSmall);
  paper.rule(71, 640, 215);
  paper.set(71, 652, "1 SOU 2017:47.", kSmall);
  CHECK(notes_on(paper) == Notes{"1 SOU 2017:47."});
}

TEST_CASE("footnotes: small type without marker or rule is none") {
  Paper paper;
  set_body(paper);
  paper.set(71, 650, "Foto: Kultur- och fritidsnämnden", kSmall);
  CHECK(notes_on(paper).empty());
}

TEST_CASE("footnotes: a numbered list in the size of the text is none") {
  Paper paper;
  set_body(paper);
  paper.set_lines(71, 600, {"1. Att bifalla motionen", "2. Att avsätta medel"});
  CHECK(notes_on(paper).empty());
}

TEST_CASE("footnotes: a marker without text begins no note") {
  Paper paper;
  paper.set(71, 100, "1");
  paper.set(71, 130, "1 SOU 2017:47");
  const Upright page = upright_of(paper.sheet());
  const std::vector<Row> rows = rows_of(page, all_tokens(page));
  REQUIRE(rows.size() == 2);
  CHECK_FALSE(begins_note(page, rows[0]));
  CHECK(begins_note(page, rows[1]));
}

}  // namespace diarium::layout
