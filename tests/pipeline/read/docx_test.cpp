#include "pipeline/read/docx.h"

#include <fmt/format.h>
#include <leptonica/allheaders.h>

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include "pipeline/read/read.h"
#include "tests/pipeline/read/written_docx.h"

namespace diarium {
namespace {

using test::written_docx;

Sheet first_sheet(std::string bytes) {
  const auto reader = open_docx(std::move(bytes), OcrChoice::automatic, {});
  REQUIRE(reader);
  return *(*reader)->read(1);
}

// Lines by baseline, words with a blank between unless joined.
std::vector<std::string> lines_of(const Sheet& sheet) {
  std::vector<std::string> lines;
  double bottom = -1;
  for (const Word& word : sheet.words) {
    if (word.box.top > bottom) lines.emplace_back();
    bottom = std::max(word.box.bottom - 1, word.box.top);
    if (!lines.back().empty() && !word.joined) lines.back() += ' ';
    lines.back() += word.text;
  }
  return lines;
}

using Lines = std::vector<std::string>;

/// The bytes of a white PNG.
std::string png(int width, int height) {
  PIX* pix = pixCreate(width, height, 8);
  pixSetAll(pix);
  l_uint8* data = nullptr;
  size_t size = 0;
  pixWriteMem(&data, &size, pix, IFF_PNG);
  std::string bytes(reinterpret_cast<char*>(data), size);
  lept_free(data);
  pixDestroy(&pix);
  return bytes;
}

/// A DOCX with a line of text, a picture of so many points, which is wide 200 pixels, and a line.
std::string docx_with_picture(int width, int height, const std::string& file) {
  constexpr int kPoint = 12'700;
  const std::string picture = fmt::format(
      "<w:p><w:r><w:drawing><wp:inline><wp:extent cx=\"{}\" cy=\"{}\"/><a:graphic><pic:pic>"
      "<pic:blipFill><a:blip r:embed=\"rId5\"/></pic:blipFill></pic:pic></a:graphic></wp:inline>"
      "</w:drawing></w:r></w:p>",
      width * kPoint, height * kPoint);
  return written_docx(
      "<w:p><w:r><w:t>Före</w:t></w:r></w:p>" + picture + "<w:p><w:r><w:t>Efter</w:t></w:r></w:p>",
      {{"word/_rels/document.xml.rels",
        "<Relationships><Relationship Id=\"rId5\" Target=\"media/image1.png\"/></Relationships>"},
       {"word/media/image1.png", file}});
}

}  // namespace

TEST_CASE("docx: paragraphs stand one below the other, in order") {
  const Sheet sheet = first_sheet(
      written_docx("<w:p><w:r><w:t>Förslag till beslut</w:t></w:r></w:p>"
                   "<w:p><w:r><w:t>Att god</w:t></w:r><w:r><w:t>känna planen</w:t></w:r></w:p>"));
  CHECK(sheet.width == 595);
  CHECK(lines_of(sheet) == Lines{"Förslag till beslut", "Att godkänna planen"});
  CHECK(sheet.words[3].box.left == 72);
}

TEST_CASE("docx: a picture stands between the paragraphs around it and carries its pixels") {
  const Sheet sheet = first_sheet(docx_with_picture(300, 150, png(200, 100)));
  CHECK(lines_of(sheet) == Lines{"Före", "Efter"});
  REQUIRE(sheet.pictures.size() == 1);
  const Picture& picture = sheet.pictures[0];
  CHECK(picture.box.width() == Approx(300));
  CHECK(picture.box.top > sheet.words[0].box.bottom);
  CHECK(picture.box.bottom < sheet.words[1].box.top);
  REQUIRE(picture.raster);
  CHECK(picture.raster->width == 200);
}

TEST_CASE("docx: a logo and a file of no known kind are pictures without pixels") {
  CHECK_FALSE(wants_recognition(first_sheet(docx_with_picture(60, 40, png(200, 100)))));
  const Sheet sheet = first_sheet(docx_with_picture(300, 150, "EMF"));
  CHECK(sheet.pictures.size() == 1);
  CHECK_FALSE(wants_recognition(sheet));
}

TEST_CASE("docx: deleted text is struck, inserted text underlined") {
  const Sheet sheet =
      first_sheet(written_docx("<w:p><w:r><w:t xml:space=\"preserve\">hör "
                               "</w:t></w:r><w:del><w:r><w:delText>fyra</w:delText></w:r></w:del>"
                               "<w:ins><w:r><w:t>fem</w:t></w:r></w:ins><w:r><w:rPr><w:strike/></"
                               "w:rPr><w:t xml:space=\"preserve\"> mål</w:t></w:r>"
                               "<w:r><w:rPr><w:vanish/></w:rPr><w:t>dolt</w:t></w:r></w:p>"));
  REQUIRE(lines_of(sheet) == Lines{"hör fyrafem mål"});
  CHECK(sheet.words[0].style == Style{});
  CHECK(sheet.words[1].style == Style{.struck = true});
  CHECK(sheet.words[2].style == Style{.underlined = true});
  CHECK(sheet.words[2].joined);
  CHECK(sheet.words[3].style == Style{.struck = true});
}

TEST_CASE("docx: a tracked change has author and day, of the innermost mark") {
  const Sheet sheet = first_sheet(written_docx(
      "<w:p><w:r><w:t xml:space=\"preserve\">hör </w:t></w:r>"
      "<w:ins w:author=\" Åsa  Ek \" w:date=\"2024-05-14T10:22:00Z\"><w:r><w:t>fem</w:t></w:r>"
      "<w:hyperlink><w:r><w:t xml:space=\"preserve\"> mål</w:t></w:r></w:hyperlink></w:ins>"
      "<w:del w:author=\"\" "
      "w:date=\"snart\"><w:r><w:delText>fyra</w:delText></w:r></w:del></w:p>"));
  REQUIRE(sheet.changes.size() == 2);
  CHECK(sheet.changes[0].inserted);
  CHECK(sheet.changes[0].author == "Åsa Ek");
  CHECK(sheet.changes[0].made_on == "2024-05-14");
  CHECK(sheet.changes[0].box.contains(sheet.words[2].box.centre()));
  CHECK_FALSE(sheet.changes[1].inserted);
  CHECK(sheet.changes[1].author.empty());
  CHECK(sheet.changes[1].made_on.empty());
}

TEST_CASE("docx: a note stands at the foot of the page that has its marker") {
  const Sheet sheet = first_sheet(written_docx(
      "<w:p><w:r><w:t>samhället</w:t></w:r><w:r><w:footnoteReference "
      "w:id=\"7\"/></w:r><w:r><w:t>.</w:t></w:r></w:p>",
      {{"word/footnotes.xml",
        test::word_xml(
            "footnotes",
            "<w:footnote w:id=\"7\"><w:p><w:r><w:footnoteRef/></w:r><w:r>"
            "<w:t xml:space=\"preserve\"> Skolverket 2020.</w:t></w:r></w:p></w:footnote>")}}));
  REQUIRE(lines_of(sheet) == Lines{"samhället1.", "1 Skolverket 2020."});
  CHECK(sheet.words[1].style.superscript);
  CHECK(sheet.words[1].joined);
  CHECK(sheet.words[3].style.superscript);
  CHECK(sheet.words[3].box.top > 700);
  CHECK(sheet.words[3].size < sheet.words[0].size);
  REQUIRE(sheet.rulings.size() == 1);
  CHECK(sheet.rulings[0].box.top < sheet.words[3].box.top);
}

TEST_CASE("docx: a table with borders is a grid of rulings, one without is not") {
  const std::string cells =
      "<w:tr><w:tc><w:p><w:r><w:t>Nämnd</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Utfall</w:t></"
      "w:r></w:p></w:tc></w:tr>";
  const Sheet plain = first_sheet(written_docx(fmt::format("<w:tbl>{}</w:tbl>", cells)));
  CHECK(lines_of(plain) == Lines{"Nämnd Utfall"});
  CHECK(plain.rulings.empty());
  const Sheet ruled = first_sheet(written_docx(fmt::format(
      "<w:tbl><w:tblPr><w:tblBorders><w:top w:val=\"single\"/></w:tblBorders></w:tblPr>{}</w:tbl>",
      cells)));
  CHECK(ruled.rulings.size() == 8);
}

TEST_CASE("docx: the first page carries header and footer") {
  const Sheet sheet = first_sheet(written_docx(
      "<w:p><w:r><w:t>Text</w:t></w:r></w:p><w:sectPr><w:headerReference w:type=\"default\" "
      "r:id=\"r1\"/></w:sectPr>",
      {{"word/_rels/document.xml.rels",
        "<Relationships><Relationship Id=\"r1\" Target=\"header1.xml\"/></Relationships>"},
       {"word/header1.xml",
        test::word_xml("hdr", "<w:p><w:r><w:t>Dnr KS 2024-00012</w:t></w:r></w:p>")}}));
  CHECK(lines_of(sheet) == Lines{"Dnr KS 2024-00012", "Text"});
}

TEST_CASE("docx: other archives, bombs and DOCTYPEs are refused") {
  const auto code_of = [](std::string bytes) {
    return open_docx(std::move(bytes), OcrChoice::automatic, {}).error().code;
  };
  CHECK(code_of(test::written_zip({{"xl/workbook.xml", "<a/>"}})) == ErrorCode::unsupported);
  CHECK(code_of("PK\x03\x04 torn") == ErrorCode::damaged);
  CHECK(code_of(test::written_zip({{"word/document.xml", "<w:document>"}})) == ErrorCode::damaged);
  CHECK(code_of(test::written_zip(
            {{"word/document.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"}})) ==
        ErrorCode::damaged);
  CHECK(code_of(written_docx(fmt::format("<w:p><w:r><w:t>{:a>4000000}</w:t></w:r></w:p>", ""))) ==
        ErrorCode::too_large);
}

TEST_CASE("docx: nesting without end is cut, not followed") {
  std::string body;
  for (int i = 0; i < 20'000; ++i) body += "<w:ins>";
  body += "<w:p><w:r><w:t>djupt</w:t></w:r></w:p>";
  for (int i = 0; i < 20'000; ++i) body += "</w:ins>";
  CHECK(first_sheet(written_docx(body)).words.empty());
}

TEST_CASE("docx: what a few bytes ask for again and again is bounded") {
  std::string breaks;
  for (int i = 0; i < 6'000; ++i) breaks += "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>";
  CHECK(open_docx(written_docx(breaks), OcrChoice::automatic, {}).error().code ==
        ErrorCode::too_large);

  std::string calls;
  for (int i = 0; i < 1'000; ++i) calls += "<w:r><w:footnoteReference w:id=\"1\"/></w:r>";
  const Sheet sheet = first_sheet(written_docx(
      "<w:p>" + calls + "</w:p>",
      {{"word/footnotes.xml",
        test::word_xml("footnotes",
                       "<w:footnote w:id=\"1\"><w:p><w:r><w:t>Skolverket</w:t></w:r></w:p>"
                       "</w:footnote>")}}));
  CHECK(std::count_if(sheet.words.begin(), sheet.words.end(),
                      [](const Word& word) { return word.text == "Skolverket"; }) == 1);
}

}  // namespace diarium
