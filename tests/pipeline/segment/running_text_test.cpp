#include "pipeline/segment/running_text.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/segment/written_pages.h"

using namespace diarium;

namespace {

Document written(std::string_view lines) {
  const auto pages = pages_of(lines);
  Document document;
  write_text(passages_in(pages), pages, document);
  return document;
}

std::vector<std::string> lines_of(const Document& document, std::size_t paragraph) {
  std::vector<std::string> lines;
  for (const Span& line : document.paragraphs.at(paragraph).lines)
    lines.emplace_back(document.text.slice(line));
  return lines;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("running text: lines are joined by a blank, paragraphs end with a line end") {
  const Document document = written("Träden behövs\n  i parken.\nLuften är ren.");
  CHECK(document.text.view() == "Träden behövs i parken.\nLuften är ren.\n");
  CHECK(lines_of(document, 0) == Texts{"Träden behövs", "i parken."});
}

TEST_CASE("running text: divided words are put together, hung hyphens stay") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"en handlings-\n  plan antas", "en handlingsplan antas"},
      {"fritids-\n  och kulturfrågor", "fritids- och kulturfrågor"},
      {"grund-,\n  gymnasie- och särskolan", "grund-, gymnasie- och särskolan"},
      {"Lars-\n  Åke talar", "Lars-Åke talar"},
      {"åren 2018-\n  2020 räknas", "åren 2018-2020 räknas"},
      {"läget -\n  som alltid", "läget - som alltid"},
      {"sam\xC2\xADman\xC2\xAD\n  fattning", "sam\xC2\xADmanfattning"},
  };
  for (const auto& [printed, text] : cases) {
    INFO(printed);
    CHECK(written(printed).text.view() == text + "\n");
  }
}

TEST_CASE("running text: a divided word belongs to the line it begins on, and to both places") {
  const Document document = written("en handlings-\n  plan antas");
  CHECK(lines_of(document, 0) == Texts{"en handlingsplan", "antas"});
  const auto at = document.text.view().find("plan antas");
  CHECK(document.text.place_of({at, at + 4}).box.top > document.text.place_of({0, 2}).box.top);
}

TEST_CASE("running text: the marker is printed before the item, not part of it") {
  const Document document = written("1. Kommunstyrelsen\n- ett träd");
  CHECK(document.text.view() == "1. Kommunstyrelsen\n- ett träd\n");
  CHECK(texts_of(document, ParagraphKind::list_item) == Texts{"Kommunstyrelsen", "ett träd"});
  CHECK(lines_of(document, 0) == Texts{"Kommunstyrelsen"});
  CHECK(document.paragraphs[0].marker == "1.");
}

TEST_CASE("running text: notes stand after all other paragraphs") {
  const Document document = written("Text ett.\n& 1 En not.\n---\nText två.");
  REQUIRE(document.paragraphs.size() == 3);
  CHECK(document.paragraphs[2].kind == ParagraphKind::footnote);
  CHECK(text_of(document, document.paragraphs[2]) == "En not.");
  CHECK(document.paragraphs[2].marker == "1");
  CHECK(document.paragraphs[1].page == 2);
}

TEST_CASE("running text: lines of signatures and cards are never put together") {
  const auto pages = pages_of("Eva Ek-\n  ordförande");
  auto passages = passages_in(pages);
  passages[0].kind = ParagraphKind::signature;
  Document document;
  write_text(passages, pages, document);
  CHECK(document.text.view() == "Eva Ek- ordförande\n");
}

TEST_CASE("running text: levels of headings go by size, of items by indent") {
  const Document document = written("# Stor\n## Liten\n## Liten igen\n# Stor igen");
  CHECK(document.paragraphs[0].level == 1);
  CHECK(document.paragraphs[1].level == 2);
  CHECK(document.paragraphs[2].level == 2);
  CHECK(document.paragraphs[3].level == 1);

  const auto pages = pages_of("- ett\n- två\n- tre");
  auto passages = passages_in(pages);
  passages[1].indent = 20;
  Document list;
  write_text(passages, pages, list);
  CHECK(list.paragraphs[0].level == 0);
  CHECK(list.paragraphs[1].level == 1);
  CHECK(list.paragraphs[2].level == 0);
}

TEST_CASE("running text: every byte but blanks and line ends leads back to the page") {
  const Document document = written("# Rubrik\nEn handlings-\n  plan (S).\n1. Punkt");
  const std::string_view text = document.text.view();
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != ' ' && text[i] != '\n') CHECK(document.text.place_of({i, i + 1}).page == 1);
  }
}
