#include "pipeline/segment/closing.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/segment/written_pages.h"

using namespace diarium;

namespace {

std::vector<std::string> signatures(std::string_view lines) {
  const auto pages = pages_of(lines);
  auto passages = passages_in(pages);
  mark_signatures(passages, pages, shipped_rules());
  return texts_of(passages, ParagraphKind::signature);
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("closing: what a line of a signature block is") {
  const ClosingLines lines(shipped_rules());
  const std::vector<std::pair<std::string, ClosingLine>> cases{
      {"Eva Ek", ClosingLine::name},
      {"Eva Ek och Nils Löw", ClosingLine::name},
      {"Eva Ek (S)", ClosingLine::name_with_party},
      {"Eva Ek (S) Nils Löw (M)", ClosingLine::name_with_party},
      {"Eva Ek (S) talar före Nils Löw (M)", ClosingLine::none},
      {"Ordförande", ClosingLine::role},
      {"Socialnämndens Ordförande", ClosingLine::role},
      {"Ledamot, kommunstyrelsen", ClosingLine::role},
      {"För Vänsterpartiet i Kommunstyrelsen", ClosingLine::group},
      {"För Centerpartiet,", ClosingLine::group},
      {"Moderaterna", ClosingLine::group},
      {"Almvik 2024-06-11", ClosingLine::dated},
      {"Kontorets tjänsteskrivelse 2024-06-11", ClosingLine::none},
      {"TRÄDRÅDET MINNESANTECKNINGAR", ClosingLine::none},
      {"Rätt utdraget intygar:", ClosingLine::phrase},
      {"Namnförtydligande", ClosingLine::phrase},
      {"Dokumentet är signerat med BankID av:", ClosingLine::phrase},
      {"För Vänsterpartiet Almvik", ClosingLine::group},
      {"Eva Ek, Liberalerna", ClosingLine::name_with_party},
      {"Med vänliga hälsningar", ClosingLine::phrase},
      {"Vi föreslår fler träd i parken.", ClosingLine::none},
      {"För att nå målet", ClosingLine::none},
      {"Sammanfattning", ClosingLine::none},
  };
  for (const auto& [line, kind] : cases) {
    INFO(line);
    CHECK(lines.kind_of(line) == kind);
  }
}

TEST_CASE("closing: two columns of officials are two signatures") {
  CHECK(signatures("Text.\nEva Ek\n  Ordförande\nNils Löw\n  Förvaltningschef") ==
        Texts{"Eva Ek Ordförande", "Nils Löw Förvaltningschef"});
}

TEST_CASE("closing: a party's line closes with the names under it") {
  CHECK(signatures("Text.\n*Moderaterna*\nEva Ek\n  Nils Löw\n\nKristdemokraterna\nBo Alm") ==
        Texts{"Moderaterna", "Eva Ek Nils Löw", "Kristdemokraterna", "Bo Alm"});
}

TEST_CASE("closing: a signature is cut out of the paragraph that follows it closely") {
  const auto pages =
      pages_of("Eva Ek\n  Ordförande\n  Gruppmöten sker enligt följande:\n  måndag.");
  auto passages = passages_in(pages);
  mark_signatures(passages, pages, shipped_rules());
  REQUIRE(passages.size() == 2);
  CHECK(passages[0].kind == ParagraphKind::signature);
  CHECK(passages[1].text == "Gruppmöten sker enligt följande: måndag.");
  CHECK(passages[1].kind == ParagraphKind::body);
}

TEST_CASE("closing: a name alone, a list item and running text sign nothing") {
  CHECK(signatures("Text.\nEva Ek\nMera text.").empty());
  CHECK(signatures("1. Eva Ek (S)\n2. Nils Löw (M)").empty());
  CHECK(signatures("Ordförande\nSekreterare").empty());
}

TEST_CASE("closing: names that a sentence of minutes goes on with sign nothing") {
  CHECK(signatures("Eva Ek (S), Bo Al (M) och Nils Löw\n  (SD) röstar nej (3).").empty());
  CHECK(signatures("Eva Ek (S) och Bo Al (M)\n  reserverar sig mot beslutet.").empty());
  CHECK(signatures("Följande ledamöter röstar ja:\nEva Ek (S), Bo Al (M)").empty());
  CHECK(signatures("Text.\nEva Ek (S)\n  Bo Al (M)") == Texts{"Eva Ek (S) Bo Al (M)"});
}

TEST_CASE("closing: who is listed as present or nominated doesn't sign") {
  const auto pages = pages_of("## Ledamöter\nBo Al (S)\n  Eva Ek (M)\nErsättare\nNils Löw (C)");
  auto passages = passages_in(pages);
  for (Passage& passage : passages) {
    if (passage.form == BlockKind::heading) passage.kind = ParagraphKind::heading;
  }
  mark_signatures(passages, pages, shipped_rules());
  CHECK(texts_of(passages, ParagraphKind::signature).empty());
}
