#include "pipeline/read/docx_pages.h"

#include <catch2/catch.hpp>

namespace diarium {
namespace {

DocxParagraph paragraph_of(std::string text, int note = 0) {
  return {.runs = {{.text = std::move(text), .size = 10, .note = note}}};
}

}  // namespace

TEST_CASE("docx pages: nothing is printed below the foot, and nothing is lost") {
  DocxContent content;
  for (int i = 0; i < 500; ++i) content.blocks.emplace_back(paragraph_of("rad"));
  const std::vector<Sheet> sheets = set_pages(content);
  std::size_t words = 0;
  for (const Sheet& sheet : sheets) {
    CHECK(sheet.height == 842);
    for (const Word& word : sheet.words) CHECK(word.box.bottom < 772);
    words += sheet.words.size();
  }
  CHECK(words == 500);
  CHECK(sheets.back().number == static_cast<int>(sheets.size()));
}

TEST_CASE("docx pages: text makes room for the notes of its page") {
  DocxContent content;
  for (int i = 1; i <= 60; ++i) {
    content.blocks.emplace_back(paragraph_of(std::to_string(i), i));
    content.notes[i] = {std::to_string(i), {paragraph_of("not")}};
  }
  for (const Sheet& sheet : set_pages(content)) {
    REQUIRE(sheet.rulings.size() == 1);
    int above = 0;
    int below = 0;
    for (const Word& word : sheet.words) {
      if (word.text == "not") {
        ++below;
        CHECK(word.box.top > sheet.rulings[0].box.top);
        CHECK(word.box.bottom < 775);
      } else if (word.box.bottom < sheet.rulings[0].box.top) {
        ++above;
      }
    }
    CHECK(above == below);
  }
}

TEST_CASE("docx pages: a cell over two rows has no line through it") {
  const DocxCell top{.paragraphs = {paragraph_of("a")}};
  const DocxCell rest{.goes_on = true};
  const auto rulings = [](const DocxTable& table) {
    DocxContent content;
    content.blocks.emplace_back(table);
    return set_pages(content)[0].rulings.size();
  };
  CHECK(rulings({.ruled = true, .rows = {{top}, {top}}}) == 8);
  CHECK(rulings({.ruled = true, .rows = {{top}, {rest}}}) == 6);
}

TEST_CASE("docx pages: a row taller than paper makes its page taller") {
  DocxCell cell;
  for (int i = 0; i < 200; ++i) cell.paragraphs.push_back(paragraph_of("rad"));
  DocxContent content;
  content.blocks.emplace_back(DocxTable{.ruled = true, .rows = {{cell}}});
  const std::vector<Sheet> sheets = set_pages(content);
  CHECK(sheets[0].words.size() == 200);
  CHECK(sheets[0].height > 2'000);
}

TEST_CASE("docx pages: an empty document is one blank page") {
  CHECK(set_pages({}).size() == 1);
}

}  // namespace diarium
