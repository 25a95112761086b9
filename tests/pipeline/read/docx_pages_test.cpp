#include "pipeline/read/docx_pages.h"

#include <catch2/catch.hpp>

namespace diarium {
namespace {

DocxParagraph paragraph_of(std::string text, int note = 0) {
  return {.runs = {{.text = std::move(text), .size = 10, .note = note}}};
}

}  // namespace

TEST_CASE("docx pages: on paper nothing is printed below the foot, and nothing is lost") {
  DocxContent content{.paging = DocxPaging::by_paper};
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

TEST_CASE("docx pages: on paper text makes room for the notes of its page") {
  DocxContent content{.paging = DocxPaging::by_paper};
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

TEST_CASE("docx pages: without page breaks a document is one running page") {
  DocxContent content;
  for (int i = 0; i < 500; ++i) content.blocks.emplace_back(paragraph_of("rad"));
  const std::vector<Sheet> sheets = set_pages(content);
  REQUIRE(sheets.size() == 1);
  CHECK(sheets[0].words.size() == 500);
  CHECK(sheets[0].words.back().box.bottom < sheets[0].height);
}

TEST_CASE("docx pages: notes stand below the text of their page, endnotes below that of the last") {
  DocxContent content;
  content.notes = {{1, {.marker = "i", .paragraphs = {paragraph_of("slut")}, .at_end = true}},
                   {2, {.marker = "1", .paragraphs = {paragraph_of("fot")}}}};
  content.blocks.emplace_back(paragraph_of("ett", 1));
  content.blocks.emplace_back(paragraph_of("två", 2));
  DocxParagraph last = paragraph_of("tre");
  last.starts_page = true;
  content.blocks.emplace_back(last);
  const std::vector<Sheet> sheets = set_pages(content);
  REQUIRE(sheets.size() == 2);
  const auto words_of = [](const Sheet& sheet) {
    std::string text;
    for (const Word& word : sheet.words) text += word.text + ' ';
    return text;
  };
  CHECK(words_of(sheets[0]) == "ett två 1 fot ");
  CHECK(words_of(sheets[1]) == "tre i slut ");
  REQUIRE(sheets[0].rulings.size() == 1);
  CHECK(sheets[0].rulings[0].box.top > sheets[0].words[1].box.bottom);
  CHECK(sheets[0].rulings[0].box.top < sheets[0].words[2].box.top);
}

TEST_CASE("docx pages: where the end of a paragraph is deleted, the next one goes on in it") {
  DocxParagraph first = paragraph_of("Nämnden ");
  first.mark = DocxChange::deleted;
  DocxContent content;
  content.blocks = {first, paragraph_of("godkänner")};
  std::vector<Sheet> sheets = set_pages(content);
  CHECK(sheets[0].words[0].baseline == sheets[0].words[1].baseline);
  // A paragraph that is deleted as a whole stands by itself, struck.
  first.runs[0].change = DocxChange::deleted;
  content.blocks[0] = first;
  sheets = set_pages(content);
  CHECK(sheets[0].words[0].baseline < sheets[0].words[1].baseline);
}

TEST_CASE("docx pages: a new section shows its own header on its first page") {
  DocxContent content;
  content.blocks = {paragraph_of("ett"), paragraph_of("två")};
  std::get<DocxParagraph>(content.blocks[1]).starts_page = true;
  content.margins = {
      {.first_block = 0, .header = {paragraph_of("A")}},
      {.first_block = 1, .header = {paragraph_of("B")}, .footer = {paragraph_of("C")}}};
  const std::vector<Sheet> sheets = set_pages(content);
  REQUIRE(sheets.size() == 2);
  CHECK(sheets[0].words[0].text == "A");
  CHECK(sheets[1].words[0].text == "B");
  CHECK(sheets[1].words[2].text == "C");
}

TEST_CASE("docx pages: a cell over two rows has no line through it") {
  const DocxCell top{.paragraphs = {paragraph_of("a")}};
  const DocxCell rest{.goes_on = true};
  const auto rulings = [](const DocxTable& table) {
    DocxContent content;
    content.blocks.emplace_back(table);
    return set_pages(content)[0].rulings.size();
  };
  CHECK(rulings({.ruled = true, .rows = {{.cells = {top}}, {.cells = {top}}}}) == 8);
  CHECK(rulings({.ruled = true, .rows = {{.cells = {top}}, {.cells = {rest}}}}) == 6);
}

TEST_CASE("docx pages: a row taller than paper makes its page taller") {
  DocxCell cell;
  for (int i = 0; i < 200; ++i) cell.paragraphs.push_back(paragraph_of("rad"));
  DocxContent content;
  content.blocks.emplace_back(DocxTable{.ruled = true, .rows = {{.cells = {cell}}}});
  const std::vector<Sheet> sheets = set_pages(content);
  CHECK(sheets[0].words.size() == 200);
  CHECK(sheets[0].height > 2'000);
}

TEST_CASE("docx pages: an empty document is one blank page") {
  CHECK(set_pages({}).size() == 1);
}

}  // namespace diarium
