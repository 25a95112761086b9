#include "pipeline/read/docx_text.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "pipeline/read/docx_body.h"
#include "pipeline/read/docx_pages.h"
#include "tests/pipeline/read/docx_versions.h"
#include "tests/pipeline/read/written_docx.h"
#include "tests/source_folder.h"

namespace diarium {
namespace {

using test::DocxVersion;
using Lines = std::vector<std::string>;

DocxContent content_of_bytes(std::string bytes) {
  Result<DocxPackage> package = DocxPackage::open(std::move(bytes));
  REQUIRE(package);
  Result<DocxContent> content = read_docx_body(*package);
  REQUIRE(content);
  return *std::move(content);
}

DocxContent content_of(std::string_view body, std::map<std::string, std::string> further = {}) {
  return content_of_bytes(test::written_docx(body, std::move(further)));
}

DocxContent content_of_file(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return content_of_bytes({std::istreambuf_iterator<char>(stream), {}});
}

std::string text_of(const DocxParagraph& paragraph) {
  std::string text;
  for (const DocxRun& run : paragraph.runs) text += run.text;
  return text;
}

std::string paragraph(std::string_view text, std::string_view properties = {}) {
  return fmt::format("<w:p><w:pPr>{}</w:pPr><w:r><w:t>{}</w:t></w:r></w:p>", properties, text);
}

// How many paragraphs stand on each page.
std::vector<std::size_t> paragraphs_by_page(std::string_view body) {
  std::vector<std::size_t> counts;
  for (const Sheet& sheet : set_pages(content_of(body))) counts.push_back(sheet.words.size());
  return counts;
}

// The letters that a reader of the pages takes for one version: without the struck words, or
// without the underlined ones.
std::string letters_of(const DocxContent& content, DocxVersion version) {
  std::string letters;
  for (const Sheet& sheet : set_pages(content)) {
    for (const Word& word : sheet.words) {
      const bool left_out =
          version == DocxVersion::accepted ? word.style.struck : word.style.underlined;
      if (!left_out) letters += word.text;
    }
  }
  return letters;
}

void check_triple(const std::filesystem::path& tracked, DocxVersion version,
                  std::string_view suffix) {
  const std::filesystem::path given =
      tracked.parent_path() / fmt::format("{}{}.docx", tracked.stem().string(), suffix);
  if (!std::filesystem::exists(given)) return;
  INFO(given);
  const DocxContent changes = content_of_file(tracked);
  const DocxContent without = content_of_file(given);
  CHECK(paragraphs_of(changes, version) == paragraphs_of(without, DocxVersion::accepted));
  CHECK(letters_of(changes, version) == letters_of(without, DocxVersion::accepted));
}

}  // namespace

TEST_CASE("docx text: tabs, breaks, fields and links read as they are printed") {
  const DocxContent content = content_of(
      "<w:p><w:r><w:t>Datum</w:t><w:tab/><w:t>Dnr</w:t><w:br/></"
      "w:r><w:hyperlink><w:r><w:t>almvik.se</w:t></w:r></w:hyperlink>"
      "<w:r><w:instrText>PAGE</w:instrText></w:r><w:fldSimple><w:r><w:t>1</w:t></w:r></"
      "w:fldSimple></w:p>");
  REQUIRE(content.blocks.size() == 1);
  CHECK(text_of(std::get<DocxParagraph>(content.blocks[0])) == "Datum\tDnr\nalmvik.se1");
}

TEST_CASE("docx text: styles say what runs leave unsaid, capitals are printed") {
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

TEST_CASE("docx text: cells keep their spans, a nested table is read row by row") {
  const DocxContent content = content_of(
      "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p/></w:tc></w:tr>"
      "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:tbl><w:tr><w:tc><w:p><w:r><w:t>inre</w:t></w:r></"
      "w:p></w:tc></w:tr></w:tbl></w:tc>"
      "<w:tc><w:p/></w:tc></w:tr></w:tbl>");
  const auto& table = std::get<DocxTable>(content.blocks[0]);
  REQUIRE(table.rows.size() == 2);
  CHECK(table.rows[0].cells[0].column_span == 2);
  CHECK(table.rows[1].cells[0].goes_on);
  CHECK(text_of(table.rows[1].cells[0].paragraphs[0]) == "inre");
}

TEST_CASE("docx text: a text box is read once, after the paragraph it hangs on") {
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

TEST_CASE("docx text: what was inserted and deleted again stands in no version") {
  const DocxContent content = content_of(
      "<w:p><w:r><w:t>Nämnden </w:t></w:r><w:ins><w:r><w:t>godkänner</w:t></w:r><w:del><w:r>"
      "<w:delText>kanske</w:delText></w:r></w:del></w:ins><w:del><w:r><w:delText>avslår"
      "</w:delText></w:r></w:del></w:p>");
  CHECK(paragraphs_of(content, DocxVersion::accepted) == Lines{"Nämnden godkänner"});
  CHECK(paragraphs_of(content, DocxVersion::rejected) == Lines{"Nämnden avslår"});
}

TEST_CASE("docx text: the prompt of an empty content control isn't content, its filling is") {
  const auto control = [](std::string_view properties, std::string_view text) {
    return fmt::format(
        "<w:p><w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent><w:r><w:t>{}</w:t></w:r></w:sdtContent>"
        "</w:sdt></w:p>",
        properties, text);
  };
  const DocxContent content =
      content_of(control("<w:showingPlcHdr/>", "Klicka här för att ange datum.") +
                 control("<w:showingPlcHdr w:val=\"0\"/>", "2024-05-14") + control("", "KS") +
                 R"(<w:p><w:fldSimple w:instr=" MACROBUTTON AcceptAllChangesShown ">
                    <w:r><w:t>Skriv rubrik</w:t></w:r></w:fldSimple></w:p>)");
  CHECK(paragraphs_of(content, DocxVersion::accepted) == Lines{"", "2024-05-14", "KS", ""});
}

TEST_CASE("docx text: a double line strikes letters as well as a single one") {
  const DocxContent content = content_of(
      "<w:p><w:r><w:rPr><w:strike w:val=\"0\"/><w:dstrike/></w:rPr><w:t>tydligare</w:t></w:r>"
      "</w:p>");
  CHECK(std::get<DocxParagraph>(content.blocks[0]).runs[0].style.struck);
}

TEST_CASE("docx text: pages begin where they began in print, and where the author asked") {
  const std::string rendered = "<w:p><w:r><w:lastRenderedPageBreak/><w:t>sida</w:t></w:r></w:p>";
  const std::string asked = "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>";
  const std::string before = paragraph("bilaga", "<w:pageBreakBefore/>");
  CHECK(paragraphs_by_page(paragraph("ett") + paragraph("två")) == std::vector<std::size_t>{2});
  CHECK(paragraphs_by_page(paragraph("ett") + rendered) == std::vector<std::size_t>{1, 1});
  CHECK(paragraphs_by_page(rendered) == std::vector<std::size_t>{1});
  CHECK(paragraphs_by_page(paragraph("ett") + asked + rendered) == std::vector<std::size_t>{1, 1});
  CHECK(paragraphs_by_page(paragraph("ett") + before + before) ==
        std::vector<std::size_t>{1, 1, 1});
  CHECK(paragraphs_by_page(paragraph("ett", "<w:sectPr/>") + rendered + "<w:sectPr/>") ==
        std::vector<std::size_t>{1, 1});
  CHECK(paragraphs_by_page(paragraph("ett", "<w:sectPr/>") + paragraph("två") +
                           "<w:sectPr><w:type w:val=\"continuous\"/></w:sectPr>") ==
        std::vector<std::size_t>{2});
}

TEST_CASE("docx text: a row of a table stays on the page where it begins") {
  const auto row = [](std::string_view cell) {
    return fmt::format("<w:tr><w:tc>{}</w:tc></w:tr>", cell);
  };
  const std::string rendered = "<w:p><w:r><w:lastRenderedPageBreak/><w:t>rad</w:t></w:r></w:p>";
  CHECK(paragraphs_by_page("<w:tbl>" + row(paragraph("ett")) + row(rendered) + "</w:tbl>") ==
        std::vector<std::size_t>{1, 1});
  CHECK(paragraphs_by_page("<w:tbl>" + row(paragraph("ett") + rendered) + row(paragraph("två")) +
                           "</w:tbl>") == std::vector<std::size_t>{2, 1});
  CHECK(paragraphs_by_page("<w:tbl>" + row(paragraph("ett") + rendered) + "</w:tbl>" +
                           paragraph("efter")) == std::vector<std::size_t>{2, 1});
}

TEST_CASE("docx text: tracked changes read as accepted and as rejected are the given documents") {
  const std::filesystem::path folder = source_folder() / "../shared/real/docx";
  if (!std::filesystem::exists(folder)) {
    std::cout << "skipped: no ../shared/real/docx\n";
    return;
  }
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    check_triple(entry.path(), DocxVersion::accepted, "-Accepted");
    check_triple(entry.path(), DocxVersion::rejected, "-Rejected");
  }
}

}  // namespace diarium
