#include "models/document.h"

#include <catch2/catch.hpp>

using namespace diarium;

TEST_CASE("Document: the names of its kinds lead back to them") {
  CHECK(name_of(DocumentKind::kallelse) == "kallelse");
  CHECK(name_of(DocumentKind::ovrigt) == "ovrigt");
  CHECK(document_kind_of("e_post") == DocumentKind::e_post);
  CHECK(document_kind_of("tjansteskrivelse") == DocumentKind::tjansteskrivelse);
  CHECK_FALSE(document_kind_of("tjänsteskrivelse"));
}

TEST_CASE("Document: sections and provenance have names") {
  CHECK(name_of(SectionKind::preamble) == "preamble");
  CHECK(name_of(SectionKind::basis) == "basis");
  CHECK(name_of(SectionKind::other) == "other");
  CHECK(name_of(Provenance::stated) == "stated");
  CHECK(name_of(Provenance::heading) == "heading");
  CHECK(name_of(Provenance::agenda) == "agenda");
  CHECK(name_of(Provenance::filename) == "filename");
  CHECK(name_of(Provenance::inferred) == "inferred");
}

TEST_CASE("Document: case numbers are compared without leading zeros and classification") {
  CHECK(normal_form({"SBN", 2023, 41, "1.2.4.1", "SBN 2023-00041 1.2.4.1"}) == "SBN/2023/41");
  CHECK(normal_form({"", 2023, 41, "", "2023-00041"}) == "2023/41");
}

TEST_CASE("Document: the text of a paragraph is its span") {
  Document document;
  document.text.append("Kallelse", {});
  document.text.append_gap("\n");
  document.text.append("Plats", {});
  CHECK(text_of(document, {.span = {9, 14}}) == "Plats");
}
