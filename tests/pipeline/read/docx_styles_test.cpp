#include "pipeline/read/docx_styles.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/read/written_docx.h"

namespace diarium {

TEST_CASE("docx styles: what a style leaves unsaid comes from its basis, switches can be off") {
  pugi::xml_document document;
  REQUIRE(document.load_string(
      test::word_xml(
          "styles",
          "<w:docDefaults><w:rPrDefault><w:rPr><w:sz "
          "w:val=\"22\"/></w:rPr></w:rPrDefault></w:docDefaults>"
          "<w:style w:styleId=\"A\"><w:basedOn w:val=\"B\"/><w:rPr><w:b "
          "w:val=\"0\"/></w:rPr></w:style>"
          "<w:style w:styleId=\"B\"><w:basedOn w:val=\"A\"/><w:rPr><w:b/><w:i/></w:rPr></w:style>")
          .c_str()));
  const DocxStyles styles(document.document_element());
  CHECK(styles.style("A").letters.style() == Style{.italic = true});
  CHECK(styles.style("B").letters.style() == Style{.bold = true, .italic = true});
  CHECK(styles.style("A").letters.size == 11.0);
  CHECK(styles.style("unknown").letters.size == 11.0);
}

TEST_CASE("docx styles: names count without the prefix that a writer chose") {
  pugi::xml_document document;
  REQUIRE(document.load_string(
      "<x:rPr><x:b x:val=\"true\"/><x:vertAlign x:val=\"superscript\"/></x:rPr>"));
  CHECK(letters_of(document.first_child()).style() == Style{.bold = true, .superscript = true});
}

}  // namespace diarium
