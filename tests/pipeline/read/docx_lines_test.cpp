#include "pipeline/read/docx_lines.h"

#include <catch2/catch.hpp>
#include <chrono>

namespace diarium {
namespace {

DocxParagraph paragraph_of(std::string text) {
  return {.runs = {{.text = std::move(text), .size = 10}}};
}

std::vector<std::vector<std::string>> texts_of(const std::vector<SetLine>& lines) {
  std::vector<std::vector<std::string>> all;
  for (const SetLine& line : lines) {
    all.emplace_back();
    for (const Word& word : line.words) all.back().push_back(word.text);
  }
  return all;
}

using Texts = std::vector<std::vector<std::string>>;

}  // namespace

TEST_CASE("docx lines: words wrap at the edge and are never divided") {
  // Letters are 5 points wide: 12 of them fit.
  CHECK(texts_of(set_lines(paragraph_of("ett två tre fyra"), 0, 60)) ==
        Texts{{"ett", "två", "tre"}, {"fyra"}});
  CHECK(texts_of(set_lines(paragraph_of("kommunfullmäktiges ja"), 0, 60)) ==
        Texts{{"kommunfullmäktiges"}, {"ja"}});
}

TEST_CASE("docx lines: no line ends with a hyphen that could pass for a divided word") {
  CHECK(texts_of(set_lines(paragraph_of("om barn- och ungdom"), 0, 55)) ==
        Texts{{"om"}, {"barn-", "och"}, {"ungdom"}});
}

TEST_CASE("docx lines: a break ends the line, a tab leaves a gap") {
  const std::vector<SetLine> lines = set_lines(paragraph_of("a\tb\nc\fd"), 0, 200);
  REQUIRE(texts_of(lines) == Texts{{"a", "b"}, {"c"}, {"d"}});
  CHECK(lines[0].words[1].box.left == 36);
  CHECK(lines[1].ends_page);
}

TEST_CASE("docx lines: a list item hangs on its marker") {
  DocxParagraph item = paragraph_of("ett två tre fyra");
  item.marker = "•";
  const std::vector<SetLine> lines = set_lines(item, 0, 100);
  REQUIRE(texts_of(lines) == Texts{{"•", "ett", "två", "tre"}, {"fyra"}});
  CHECK(lines[1].words[0].box.left == lines[0].words[1].box.left);
}

TEST_CASE("docx lines: a tracked change is told on each line that it is on, one author's apart") {
  const auto inserted = [](std::string text, std::string author) {
    return DocxRun{.text = std::move(text),
                   .size = 10,
                   .change = DocxChange::inserted,
                   .author = std::move(author),
                   .made_on = "2024-05-14"};
  };
  DocxParagraph paragraph = paragraph_of("ett ");
  paragraph.runs.push_back(inserted("två tre fyra", "Åsa Ek"));
  paragraph.runs.push_back(inserted("fem", "Bo Al"));
  const std::vector<SetLine> lines = set_lines(paragraph, 0, 65);
  REQUIRE(texts_of(lines) == Texts{{"ett", "två", "tre"}, {"fyra", "fem"}});
  REQUIRE(lines[0].changes.size() == 1);
  CHECK(lines[0].changes[0].inserted);
  CHECK(lines[0].changes[0].made_on == "2024-05-14");
  CHECK(lines[0].changes[0].box == united(lines[0].words[1].box, lines[0].words[2].box));
  REQUIRE(lines[1].changes.size() == 2);
  CHECK(lines[1].changes[0].author == "Åsa Ek");
  CHECK(lines[1].changes[1].author == "Bo Al");
}

TEST_CASE("docx lines: a typed paragraph keeps its columns") {
  const DocxParagraph paragraph{.runs = {{.text = "Eva Ek      Nils\n            Löw", .size = 10}},
                                .marker = {},
                                .typed = true};
  const auto lines = set_lines(paragraph, 72, 523);
  REQUIRE(lines.size() == 2);
  REQUIRE(lines[0].words.size() == 3);
  CHECK(lines[0].words[1].box.left == 72 + 4 * 5);
  CHECK(lines[0].words[2].box.left == 72 + 12 * 5);
  CHECK(lines[1].words[0].box.left == lines[0].words[2].box.left);
}

TEST_CASE("docx lines: a word of very many runs takes no time that grows faster than it") {
  DocxParagraph paragraph;
  paragraph.runs.resize(100'000, DocxRun{.text = "a", .size = 10});
  const auto start = std::chrono::steady_clock::now();
  const std::vector<SetLine> lines = set_lines(paragraph, 72, 523);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(2));
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].words[0].text.size() == 100'000);
}

}  // namespace diarium
