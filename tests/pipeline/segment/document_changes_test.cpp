#include "pipeline/segment/document_changes.h"

#include <catch2/catch.hpp>

using namespace diarium;

namespace {

constexpr Rect box_of_word(int line, int word) {
  return {50.0 + 40 * word, 100.0 + 20 * line, 85.0 + 40 * word, 112.0 + 20 * line};
}

Document document_of_two_lines() {
  Document document;
  for (const int line : {0, 1}) {
    for (const int word : {0, 1, 2}) {
      if (line + word > 0) document.text.append_gap(" ");
      document.text.append("ord", {.page = 1, .box = box_of_word(line, word)});
    }
  }
  return document;
}

TrackedChange inserted_by(const char* author, const Rect& box) {
  return {.inserted = true, .author = author, .made_on = "2024-05-14", .box = box};
}

}  // namespace

TEST_CASE("document changes: a change that goes on in the next line is one") {
  std::vector<Page> pages(1);
  pages[0].number = 1;
  pages[0].changes = {inserted_by("Åsa Ek", united(box_of_word(0, 1), box_of_word(0, 2))),
                      inserted_by("Åsa Ek", box_of_word(1, 0)),
                      inserted_by("Bo Al", box_of_word(1, 1))};
  Document document = document_of_two_lines();
  add_changes(pages, document);
  REQUIRE(document.changes.size() == 2);
  CHECK(document.changes[0].span == Span{4, 15});
  CHECK(document.changes[0].author == "Åsa Ek");
  CHECK(document.changes[1].span == Span{16, 19});
  CHECK(document.changes[1].made_on == "2024-05-14");
}

TEST_CASE("document changes: those of other pages and other papers are left out") {
  std::vector<Page> pages(1);
  pages[0].number = 2;
  pages[0].changes = {inserted_by("Åsa Ek", box_of_word(0, 0))};
  Document document = document_of_two_lines();
  add_changes(pages, document);
  CHECK(document.changes.empty());
}
