#include <catch2/catch.hpp>

#include <string>

#include "pipeline/read/docx_text.h"
#include "tests/pipeline/read/drawn_docx.h"

using namespace diarium;
using test::arrow;
using test::canvas;
using test::shape;

namespace {

const std::string kChart = canvas(shape("rect", 0, 0, 80, 30, "Ansökan") + arrow(40, 30, 0, 30) +
                                  shape("rect", 0, 60, 80, 30, "Utredning") + arrow(40, 90, 0, 30) +
                                  shape("rect", 0, 120, 80, 30, "Beslut"));

struct Body {
  explicit Body(const std::string& content) {
    REQUIRE(xml.load_string(("<w:body>" + content + "</w:body>").c_str()));
    blocks = DocxTextReader({}, {}, {}, {}).blocks_of(xml.document_element(), {});
  }
  pugi::xml_document xml;
  std::vector<DocxBlock> blocks;
};

std::string text_of(const std::vector<DocxParagraph>& paragraphs) {
  std::string text;
  for (const DocxParagraph& paragraph : paragraphs) {
    for (const DocxRun& run : paragraph.runs) text += run.text;
    text += '|';
  }
  return text;
}

}  // namespace

TEST_CASE("docx boxes: a chart stays one drawing after its paragraph, its text is read once") {
  const Body body("<w:p><w:r><w:t>Så går det till</w:t></w:r>" + kChart + "</w:p>");
  REQUIRE(body.blocks.size() == 2);
  const auto& drawing = std::get<DocxDrawing>(body.blocks[1]);
  REQUIRE(drawing.figures.size() == 5);
  CHECK(text_of(drawing.figures[2].text) == "Utredning|");
}

TEST_CASE("docx boxes: a text box that is no chart is a paragraph after its own") {
  const Body body("<w:p>" + canvas(shape("rect", 0, 0, 80, 30, "Obs!")) + "</w:p>");
  REQUIRE(body.blocks.size() == 2);
  CHECK(std::get<DocxParagraph>(body.blocks[1]).runs.at(0).text == "Obs!");
}

TEST_CASE("docx boxes: the text of a chart within a cell is not lost") {
  const Body body("<w:tbl><w:tr><w:tc><w:p>" + kChart + "</w:p></w:tc></w:tr></w:tbl>");
  const auto& table = std::get<DocxTable>(body.blocks.at(0));
  CHECK(text_of(table.rows.at(0).cells.at(0).paragraphs) == "|Ansökan|Utredning|Beslut|");
}
