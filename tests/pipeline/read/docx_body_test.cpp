#include "pipeline/read/docx_body.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <string>

#include "pipeline/read/docx_pages.h"
#include "tests/growth.h"
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

TEST_CASE("docx body: footnotes and endnotes are counted apart, each in its own way") {
  const auto note = [](std::string_view kind, std::string_view text) {
    return fmt::format(
        R"(<w:{0} w:id="3"><w:p><w:r><w:{0}Ref/></w:r><w:r><w:t>{1}</w:t></w:r></w:p></w:{0}>)",
        kind, text);
  };
  const DocxContent content = content_of(
      R"(<w:p><w:r><w:t>a</w:t><w:endnoteReference w:id="3"/><w:t>b</w:t>
         <w:footnoteReference w:id="3"/><w:footnoteReference w:id="3" w:customMarkFollows="1"/>
         <w:t>*</w:t></w:r></w:p>)",
      {{"word/footnotes.xml", test::word_xml("footnotes", note("footnote", "Fot"))},
       {"word/endnotes.xml", test::word_xml("endnotes", note("endnote", "Slut"))},
       {"word/settings.xml",
        test::word_xml("settings", R"(<w:footnotePr><w:numStart w:val="4"/></w:footnotePr>)")}});
  REQUIRE(content.notes.size() == 3);
  CHECK(content.notes.at(1).marker == "i");
  CHECK(content.notes.at(1).at_end);
  CHECK(text_of(content.notes.at(1).paragraphs[0]) == "Slut");
  CHECK(content.notes.at(2).marker == "4");
  CHECK(text_of(content.notes.at(2).paragraphs[0]) == "Fot");
  CHECK(content.notes.at(3).marker.empty());
}

TEST_CASE("docx body: notes count on from the highest number that they may begin at") {
  const DocxContent content = content_of(
      R"(<w:p><w:r><w:footnoteReference w:id="1"/><w:footnoteReference w:id="2"/></w:r></w:p>)",
      {{"word/settings.xml",
        test::word_xml("settings",
                       R"(<w:footnotePr><w:numStart w:val="2147483647"/></w:footnotePr>)")}});
  CHECK(content.notes.at(1).marker == "32767");
  CHECK(content.notes.at(2).marker == "32768");
}

TEST_CASE("docx body: many sections, pictures and cells take linear time") {
  const std::string section = "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>";
  const std::string picture =
      R"(<w:p><w:r><w:drawing><w:i><w:extent cx="2000000" cy="1500000"/><w:blip r:embed="none"/></w:i></w:drawing></w:r></w:p>)";
  const auto reading = [&](int count) {
    std::string body;
    std::string relations;
    for (int i = 0; i < count; ++i) {
      for (int k = 0; k < 4; ++k) body += section;
      body += picture;
      relations += fmt::format(R"(<w:R Id="r{}" Target="a{}.xml"/>)", i, i);
    }
    std::string row = "<w:tr>";
    for (int i = 0; i < 2 * count; ++i) row += "<w:tc/>";
    row += "</w:tr>";
    const std::string bytes = test::written_docx(
        body + "<w:tbl>" + row + row + "</w:tbl>",
        {{"word/_rels/document.xml.rels", test::word_xml("Relationships", relations)}});
    return [bytes] {
      Result<DocxPackage> package = DocxPackage::open(bytes);
      REQUIRE(package);
      const Result<DocxContent> content = read_docx_body(*package);
      REQUIRE(content);
      CHECK(content->incomplete);  // no table has so many columns
      CHECK_FALSE(set_pages(*content).empty());
    };
  };
  CHECK(test::growth_of(reading(3'000), reading(12'000)).ratio() <= 6);
}

TEST_CASE("docx body: each section has the margins of its first page") {
  const auto section = [](std::string_view id) {
    return fmt::format(R"(<w:sectPr><w:headerReference w:type="default" r:id="{}"/></w:sectPr>)",
                       id);
  };
  const DocxContent content = content_of(
      "<w:p><w:pPr>" + section("r1") + "</w:pPr><w:r><w:t>ett</w:t></w:r></w:p><w:p/>" +
          section("r2"),
      {{"word/_rels/document.xml.rels",
        R"(<R><r Id="r1" Target="h1.xml"/><r Id="r2" Target="/word/h2.xml"/></R>)"},
       {"word/h1.xml", test::word_xml("hdr", "<w:p><w:r><w:t>Ärende 1</w:t></w:r></w:p>")},
       {"word/h2.xml", test::word_xml("hdr", "<w:p><w:r><w:t>Ärende 2</w:t></w:r></w:p>")}});
  REQUIRE(content.margins.size() == 2);
  CHECK(text_of(content.margins[0].header[0]) == "Ärende 1");
  CHECK(content.margins[1].first_block == 1);
  CHECK(text_of(content.margins[1].header[0]) == "Ärende 2");
  CHECK(std::get<DocxParagraph>(content.blocks[1]).starts_page);
}

TEST_CASE("docx body: a part that can't be read is missed aloud") {
  CHECK_FALSE(content_of("<w:p/>").incomplete);
  CHECK(content_of("<w:p/>", {{"word/footnotes.xml", "<w:footnotes>"}}).incomplete);
}

}  // namespace diarium
