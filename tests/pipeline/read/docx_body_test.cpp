#include "pipeline/read/docx_body.h"

#include <catch2/catch.hpp>

#include <string>

#include "tests/pipeline/read/written_docx.h"

namespace diarium {
namespace {

DocxContent content_of(std::string_view body, std::map<std::string, std::string> further = {}) {
  Result<DocxPackage> package = DocxPackage::open(test::written_docx(body, std::move(further)));
  REQUIRE(package);
  Result<DocxContent> content = read_docx_body(*package);
  REQUIRE(content);
  return *std::move(content);
}

std::string text_of(const DocxParagraph& paragraph) {
  std::string text;
  for (const DocxRun& run : paragraph.runs) text += run.text;
  return text;
}

}  // namespace

TEST_CASE("docx body: tabs, breaks, fields and links read as they are printed") {
  const DocxContent content = content_of(
      "<w:p><w:r><w:t>Datum</w:t><w:tab/><w:t>Dnr</w:t><w:br/></"
      "w:r><w:hyperlink><w:r><w:t>almvik.se</w:t></w:r></w:hyperlink>"
      "<w:r><w:instrText>PAGE</w:instrText></w:r><w:fldSimple><w:r><w:t>1</w:t></w:r></"
      "w:fldSimple></w:p>");
  REQUIRE(content.blocks.size() == 1);
  CHECK(text_of(std::get<DocxParagraph>(content.blocks[0])) == "Datum\tDnr\nalmvik.se1");
}

TEST_CASE("docx body: styles say what runs leave unsaid, capitals are printed") {
  const DocxContent content = content_of(
      "<w:p><w:pPr><w:pStyle w:val=\"R1\"/></w:pPr><w:r><w:t>kallelse</w:t></w:r></w:p>",
      {{"word/styles.xml",
        test::word_xml("styles",
                       "<w:style w:styleId=\"N\"><w:rPr><w:sz w:val=\"24\"/></w:rPr></w:style>"
                       "<w:style w:styleId=\"R1\"><w:basedOn w:val=\"N\"/><w:pPr><w:outlineLvl "
                       "w:val=\"0\"/></w:pPr>"
                       "<w:rPr><w:b/><w:caps/></w:rPr></w:style>")}});
  const auto& paragraph = std::get<DocxParagraph>(content.blocks[0]);
  CHECK(paragraph.outline == 0);
  CHECK(text_of(paragraph) == "KALLELSE");
  CHECK(paragraph.runs[0].style.bold);
  CHECK(paragraph.runs[0].size == 12);
}

TEST_CASE("docx body: cells keep their spans, a nested table is read row by row") {
  const DocxContent content = content_of(
      "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p/></w:tc></w:tr>"
      "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:tbl><w:tr><w:tc><w:p><w:r><w:t>inre</w:t></w:r></"
      "w:p></w:tc></w:tr></w:tbl></w:tc>"
      "<w:tc><w:p/></w:tc></w:tr></w:tbl>");
  const auto& table = std::get<DocxTable>(content.blocks[0]);
  REQUIRE(table.rows.size() == 2);
  CHECK(table.rows[0][0].column_span == 2);
  CHECK(table.rows[1][0].goes_on);
  CHECK(text_of(table.rows[1][0].paragraphs[0]) == "inre");
}

TEST_CASE("docx body: a text box is read once, after the paragraph it hangs on") {
  const DocxContent content = content_of(
      "<w:p><w:r><w:t>ankare</"
      "w:t><w:AlternateContent><w:Choice><w:txbxContent><w:p><w:r><w:t>ruta</w:t></w:r></w:p></"
      "w:txbxContent></w:Choice>"
      "<w:Fallback><w:txbxContent><w:p><w:r><w:t>ruta</w:t></w:r></w:p></w:txbxContent></"
      "w:Fallback></w:AlternateContent></w:r></w:p>");
  REQUIRE(content.blocks.size() == 2);
  CHECK(text_of(std::get<DocxParagraph>(content.blocks[0])) == "ankare");
  CHECK(text_of(std::get<DocxParagraph>(content.blocks[1])) == "ruta");
}

}  // namespace diarium
