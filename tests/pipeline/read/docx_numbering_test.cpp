#include "pipeline/read/docx_numbering.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>

#include <string>

#include "tests/pipeline/read/written_docx.h"

namespace diarium {
namespace {

DocxNumbering numbering_of(const std::string& content) {
  pugi::xml_document document;
  REQUIRE(document.load_string(test::word_xml("numbering", content).c_str()));
  return DocxNumbering(document.document_element());
}

std::string level(int number, std::string_view format, std::string_view text) {
  return fmt::format(
      R"(<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>)",
      number, format, text);
}

}  // namespace

TEST_CASE("docx numbering: items count on, a deeper level begins anew") {
  DocxNumbering numbering =
      numbering_of("<w:abstractNum w:abstractNumId=\"4\">" + level(0, "decimal", "%1.") +
                   level(1, "lowerLetter", "%1.%2)") +
                   "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"4\"/></w:num>");
  CHECK(numbering.next_marker(1, 0) == "1.");
  CHECK(numbering.next_marker(1, 1) == "1.a)");
  CHECK(numbering.next_marker(1, 1) == "1.b)");
  CHECK(numbering.next_marker(1, 0) == "2.");
  CHECK(numbering.next_marker(1, 1) == "2.a)");
  CHECK(numbering.next_marker(9, 0).empty());
  CHECK(numbering.next_marker(1, 99).empty());
}

TEST_CASE("docx numbering: a list may begin again at a number of its own") {
  DocxNumbering numbering = numbering_of(
      "<w:abstractNum w:abstractNumId=\"4\">" + level(0, "upperRoman", "%1") +
      "</w:abstractNum>"
      "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"4\"/></w:num><w:num "
      "w:numId=\"2\"><w:abstractNumId w:val=\"4\"/>"
      "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"9\"/></w:lvlOverride></w:num>");
  CHECK(numbering.next_marker(1, 0) == "I");
  CHECK(numbering.next_marker(2, 0) == "IX");
  CHECK(numbering.next_marker(2, 0) == "X");
}

TEST_CASE("docx numbering: a list counts on from the highest number that it may begin at") {
  DocxNumbering numbering = numbering_of(
      "<w:abstractNum w:abstractNumId=\"4\">"
      R"(<w:lvl w:ilvl="0"><w:start w:val="2147483647"/><w:lvlText w:val="%1"/></w:lvl>)"
      R"(<w:lvl w:ilvl="1"><w:start w:val="-9"/><w:lvlText w:val="%2"/></w:lvl>)"
      "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"4\"/>"
      "<w:lvlOverride w:ilvl=\"1\"><w:startOverride "
      "w:val=\"2147483647\"/></w:lvlOverride></w:num>");
  CHECK(numbering.next_marker(1, 0) == "32767");
  CHECK(numbering.next_marker(1, 0) == "32768");
  CHECK(numbering.next_marker(1, 1) == "32767");
  CHECK(numbering.next_marker(1, 1) == "32768");
  CHECK(numbering.next_marker(1, 0) == "32769");
  CHECK(numbering.next_marker(1, 1) == "0");
}

TEST_CASE("docx numbering: bullets are the signs that are printed") {
  DocxNumbering numbering =
      numbering_of("<w:abstractNum w:abstractNumId=\"4\">" + level(0, "bullet", "\uF0B7") +
                   level(1, "bullet", "o") + level(2, "bullet", "-") +
                   "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"4\"/></w:num>");
  CHECK(numbering.next_marker(1, 0) == "•");
  CHECK(numbering.next_marker(1, 1) == "○");
  CHECK(numbering.next_marker(1, 2) == "-");
}

}  // namespace diarium
