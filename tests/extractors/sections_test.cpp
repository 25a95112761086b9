#include "extractors/sections.h"

#include <catch2/catch.hpp>

#include "document_builder.h"

using namespace diarium;

TEST_CASE("sections: the paragraphs under a heading, without instructions and signatures") {
  const Document document = document_of(DocumentKind::tjansteskrivelse,
                                        "#basis Beslutsunderlag\n"
                                        "1. Detaljplan\n"
                                        "! Lista alla underlag här\n"
                                        "Karta\n"
                                        "#recipients Beslutet skickas till\n"
                                        "1. Kommunstyrelsen\n"
                                        "| Eva Ek");
  const auto basis = paragraphs_in(document, SectionKind::basis);
  REQUIRE(basis.size() == 2);
  CHECK(text_of(document, *basis[0]) == "Detaljplan");
  CHECK(text_of(document, *basis[1]) == "Karta");
  CHECK(paragraphs_in(document, SectionKind::recipients).size() == 1);
  CHECK(paragraphs_in(document, SectionKind::agenda).empty());
}

TEST_CASE("sections: each byte of a paragraph leads to it") {
  const Document document = document_of(DocumentKind::ovrigt, "Ett\nTvå\n! Tre");
  CHECK(paragraph_at(document, 0) == &document.paragraphs[0]);
  CHECK(paragraph_at(document, document.paragraphs[1].span.begin) == &document.paragraphs[1]);
  CHECK(paragraph_at(document, document.paragraphs[0].span.end) == nullptr);
  CHECK(paragraph_at(document, 1000) == nullptr);
  CHECK(is_content(document.paragraphs[1]));
  CHECK_FALSE(is_content(document.paragraphs[2]));
}

TEST_CASE("sections: the number of a list marker") {
  CHECK(number_of("9.") == "9");
  CHECK(number_of("a)") == "a");
  CHECK(number_of("(12)") == "12");
  CHECK(number_of("§ 4").empty() == false);
  CHECK(number_of("•").empty());
  CHECK(number_of("").empty());
}
