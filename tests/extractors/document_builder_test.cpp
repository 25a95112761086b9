#include "document_builder.h"

#include <catch2/catch.hpp>

using namespace diarium;

TEST_CASE("document builder: lines become paragraphs, sections and pieces") {
  const Document document =
      document_of(DocumentKind::tjansteskrivelse,
                  "= Budget\n#decision Nämndens beslut\n- Att godkänna\n  ~gammal~ budget\n"
                  "& 1 En not\n| Eva Ek\tNils Löw\n---\n@ § 2\n#basis Underlag\n1. Bilaga\n");
  REQUIRE(document.paragraphs.size() == 7);
  CHECK(document.title == "Budget");
  CHECK(text_of(document, document.paragraphs[2]) == "Att godkänna gammal budget");
  CHECK(document.paragraphs[2].marker == "-");
  CHECK(document.paragraphs[2].lines.size() == 2);
  CHECK(document.paragraphs[3].kind == ParagraphKind::signature);
  CHECK(document.paragraphs[5].page == 2);
  CHECK(document.paragraphs[6].kind == ParagraphKind::footnote);
  CHECK(document.paragraphs[6].marker == "1");
  REQUIRE(document.sections.size() == 3);
  CHECK(document.sections[1].kind == SectionKind::decision);
  CHECK(document.sections[1].paragraphs == Span{2, 4});
  CHECK(document.text.slice(document.sections[1].heading) == "Nämndens beslut");
  CHECK(document.sections[2].item == "§ 2");
  const Span struck = document.text.pieces_in(document.paragraphs[2].lines[1])[0].span;
  CHECK(document.text.slice(struck) == "gammal");
  CHECK(document.text.pieces_in(struck)[0].style.struck);
}
