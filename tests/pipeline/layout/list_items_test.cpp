#include "pipeline/layout/list_items.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/layout/paper.h"

namespace diarium::layout {
namespace {

Marking list_marking(std::string_view text, Type type = {}) {
  Paper paper;
  paper.set(71, 100, text, type);
  const Upright page = upright_of(paper.sheet());
  return list_marking_of(page, line_of(page, all_tokens(page)));
}

}  // namespace

TEST_CASE("list items: a marker and where its text begins") {
  const Marking marking = list_marking("1.\tUpprop");
  CHECK(marking.marker == "1.");
  CHECK(marking.set_off);
  CHECK(marking.text_left == Approx(71 + 12 + 36));
  CHECK(list_marking("- Att bifalla motionen").marker == "-");
  CHECK_FALSE(list_marking("- Att bifalla motionen").set_off);
}

TEST_CASE("list items: a bare number or an o marks only when set off") {
  CHECK(list_marking("9\tBudgetuppföljning").marker == "9");
  CHECK(list_marking("o\tsamråd med föreningar").marker == "o");
  CHECK(list_marking("9 ledamöter").marker.empty());
  CHECK(list_marking("2\tBakgrund", {.bold = true}).marker.empty());
}

TEST_CASE("list items: what OCR made of a bullet marks an item, in embedded text it does not") {
  CHECK(list_marking("©\tsamråd", {.confidence = 0.8}).marker == "©");
  CHECK(list_marking("© Almviks kommun", {.confidence = 0.8}).marker.empty());
  CHECK(list_marking("©\tsamråd").marker.empty());
}

TEST_CASE("list items: what OCR made of the number of a list of one marks an item when set off") {
  CHECK(list_marking("L\tBilaga Ansökan", {.confidence = 0.8}).marker == "L");
  CHECK(list_marking("I\tBilaga Ansökan", {.confidence = 0.8}).marker == "I");
  CHECK(list_marking("I Almvik ska ingen bo", {.confidence = 0.8}).marker.empty());
  CHECK(list_marking("I\tkarta", {.confidence = 0.8}).marker.empty());
  CHECK(list_marking("L\tBilaga Ansökan").marker.empty());
}

TEST_CASE("list items: initials and lone markers mark none") {
  CHECK(list_marking("A. Andersson yrkar bifall").marker.empty());
  CHECK(list_marking("A.\tAnslag").marker == "A.");
  CHECK(list_marking("1.").marker.empty());
  CHECK(list_marking("§ 12 Val av justerare").marker.empty());
}

TEST_CASE("list items: bare numbers that count on mark items") {
  Paper paper;
  paper.set_lines(71, 150,
                  {"1 Taxan antas.", "2 Nu gällande taxa upphävs.", "9 Ledamöter var närvarande."});
  CHECK(blocks_of(paper.page()) ==
        std::vector<std::string>{"list_item 1: 1 Taxan antas.",
                                 "list_item 2: 2 Nu gällande taxa upphävs.",
                                 "paragraph: 9 Ledamöter var närvarande."});
}

TEST_CASE("list items: on a scan a misread number is a marker by its place in the column") {
  const std::vector<std::string> list{"4.\tInformation", "s-\tLokaler", "6.\tBudget"};
  Paper scanned;
  scanned.set_lines(71, 150, list, {.confidence = 0.9});
  CHECK(blocks_of(scanned.page())[1] == "list_item s-: s- Lokaler");
  Paper embedded;
  embedded.set_lines(71, 150, list);
  CHECK(blocks_of(embedded.page())[1] != "list_item s-: s- Lokaler");
  Paper elsewhere;
  elsewhere.set(71, 100, "4.\tInformation", {.confidence = 0.9});
  elsewhere.set(95, 150, "s-\tLokaler", {.confidence = 0.9});
  CHECK(blocks_of(elsewhere.page())[1] == "paragraph: s- Lokaler");
}

TEST_CASE("list items: a note is marked by a number, raised or not") {
  Paper paper;
  paper.set(71, 100, "3", {.size = 6, .rise = 3});
  paper.hang("Dnr", {.size = 9, .rise = -3});
  const Upright page = upright_of(paper.sheet());
  CHECK(note_marking_of(page, line_of(page, all_tokens(page))).marker == "3");

  Paper plain;
  plain.set(71, 100, "Not om källan");
  const Upright other = upright_of(plain.sheet());
  CHECK(note_marking_of(other, line_of(other, all_tokens(other))).marker.empty());
}

}  // namespace diarium::layout
