#include "pipeline/segment/title.h"

#include <catch2/catch.hpp>

#include "pipeline/segment/heading_lines.h"
#include "tests/pipeline/segment/written_pages.h"

using namespace diarium;

namespace {

Title title_of(std::string_view lines) {
  const auto pages = pages_of(lines);
  auto passages = passages_in(pages);
  mark_headings(passages, pages, Outline(pages, shipped_rules()), shipped_rules());
  return find_title(passages, shipped_rules());
}

}  // namespace

TEST_CASE("title: the largest heading above the first section") {
  CHECK(title_of("## Almviks kommun\n# Fler träd\n## Socialnämndens beslut\n# Större").text ==
        "Fler träd");
  CHECK(title_of("Ett första stycke som är en hel mening.\n# Fler träd").text.empty());
}

TEST_CASE(
    "title: the municipality's name is none, however large and whatever is read of its arms") {
  for (const char* const head : {"g ALMVIKS STAD", "EJ ALMVIKS KOMMUN", "Almviks kommun"}) {
    INFO(head);
    CHECK(title_of(std::string("# ") + head + "\n## Fler träd\n## Socialnämndens beslut").text ==
          "Fler träd");
  }
}

TEST_CASE("title: the item that it speaks to and the case number are no part of it") {
  CHECK(title_of("# Tilläggsförslag\n## Ärende 6, Taxa för torget (SBN 2023/167)").text ==
        "Taxa för torget");
  CHECK(title_of("# Ärende: Motion om träd").text == "Motion om träd");
}

TEST_CASE("title: under a label a heading names the paper, whoever it is addressed to") {
  CHECK(
      title_of("# Interpellation\nTill kommunstyrelsens ordförande\n## Hur går det med simhallen?")
          .text == "Hur går det med simhallen?");
}

TEST_CASE("title: the type word and the agenda's code are no part of it") {
  const Title coded = title_of(
      "Alternativt förslag till Kommunstyrelsens sammanträde 2024-11-25:\n## KC1: Fler "
      "träd\nText.");
  CHECK(coded.text == "Fler träd");
  CHECK(coded.agenda_code == "KC1");
  REQUIRE(coded.label);
  CHECK(coded.label->form == LabelForm::meeting);
  CHECK(title_of("# Initiativ – Yttrande över täkten\nText.").text == "Yttrande över täkten");
  CHECK(title_of("# Svar på motion om fler träd\nText.").text == "Svar på motion om fler träd");
}

TEST_CASE("title: a line that names its paper, though nothing shows a heading") {
  CHECK(title_of("Initiativ – Fler träd\n\nTräden i parken är få och står glest.\n").text ==
        "Fler träd");
  CHECK(title_of("Motion till kommunfullmäktige i Almvik\n\nMotion: Fler träd\n\nTräden i "
                 "parken är få.\n")
            .text == "Fler träd");
  CHECK(title_of("Svar på motion av Eva Ek (S):\n  Fler träd\n\nTräden i parken är få.\n").text ==
        "Svar på motion av Eva Ek (S): Fler träd");
}

TEST_CASE("title: to whom a motion is put tells its kind, the heading below its title") {
  const Title title =
      title_of("Motion till kommunfullmäktige i Almvik\n\n# Inför fritidskort\nTräden är få.\n");
  CHECK(title.text == "Inför fritidskort");
  REQUIRE(title.label);
  CHECK(title.label->kind == DocumentKind::motion);
}

TEST_CASE("title: a label alone is the title where there is no other") {
  const Title title = title_of("# Ändringsförslag KC1\n1) En till beslutssats:");
  CHECK(title.text == "Ändringsförslag KC1");
  CHECK(title.agenda_code == "KC1");
}

TEST_CASE("title: under a label a plain line is the title") {
  CHECK(title_of("ALTERNATIVT FÖRSLAG\n\nSkrivelse om träd i parken\n\nKommunstyrelsens "
                 "beslut\nPlanen antas.")
            .text == "Skrivelse om träd i parken");
}

TEST_CASE("title: a plain line right above the first section, where nothing else is one") {
  CHECK(title_of("Målbilder för parken\n\nKommunstyrelsens beslut:\nPlanen antas.").text ==
        "Målbilder för parken");
  CHECK(title_of("Eva Ek\n\nKommunstyrelsens beslut:\nPlanen antas.").text.empty());
}

TEST_CASE("title: what heads a proposal is no label") {
  CHECK(title_of("Plan för hemlöshet 2024-2027\n\nFörslag till beslut\nPlanen antas.").text ==
        "Plan för hemlöshet 2024-2027");
}

TEST_CASE("title: where and when a board met is no title") {
  CHECK(title_of("Plats och tid Sammanträdesrum Eken, onsdagen den 17 september\n## "
                 "Beslutande ledamöter\nEva Ek (S)")
            .text.empty());
}

TEST_CASE("title: what stands above the label in smaller letters is the sender's") {
  CHECK(title_of("## Vänsterpartiet i Almvik\n# Reservation\nVi ser gärna fler träd i parken.\n")
            .text == "Reservation");
}

TEST_CASE("title: the number of the item is no part of it, nor is the line of the meeting") {
  CHECK(title_of("# Ändringsyrkande – ärende 8 Riktlinjer för träd\nText om träd.\n").text ==
        "Riktlinjer för träd");
  CHECK(title_of("# Ändringsförslag från Miljöpartiet till Trafikplan\n## Kommunfullmäktige "
                 "2024-06-17, ärende 14\nText om trafik.\n")
            .text == "Ändringsförslag från Miljöpartiet till Trafikplan");
}

TEST_CASE("title: many short lines above the first heading don't end the search") {
  CHECK(title_of("Fastighet VIKEN 5:22\n  Ärende Installation av eldstad\n  Diarienummer BYGG "
                 "2023-000301\n  Beslutsdatum 2023-08-15\n  Delegat Eva Ek, punkt 4.12\n# "
                 "Startbesked\n## Beslut\nDet ges.")
            .text == "Startbesked");
}

TEST_CASE("title: capitals beside the municipality's name tell the kind of a paper") {
  const Title title = title_of("Almviks kommun MISSIV\n  2021-10-04\n# Program på remiss\nText.");
  CHECK(title.text == "Program på remiss");
  REQUIRE_FALSE(title.lines.empty());
  CHECK(title.lines.front() == "Missiv");
}

TEST_CASE("title: a form labels its title, and a certificate is its own") {
  CHECK(title_of("# Medborgarförslag\nRubrik: Fler bänkar\n\nBänkarna är få i parken.").text ==
        "Fler bänkar");
  CHECK(title_of("# Signeringscertifikat\n## Signerande parter\nEva Ek har signerat.").text ==
        "Signeringscertifikat");
}

TEST_CASE("title: below it a line may name the kind and to whom the paper is put") {
  const Title title = title_of(
      "# Budget 2024\nBudgetyrkande till kommunfullmäktige den 3 maj 2024\n\n## "
      "Hela kommunen\nText.");
  CHECK(title.text == "Budget 2024");
  REQUIRE(title.lines.size() == 2);
  CHECK(title.lines[0].starts_with("Budgetyrkande"));
}

TEST_CASE("title: the day of a meeting is none") {
  CHECK(
      title_of("# SAMMANTRÄDESPROTOKOLL\nSammanträdesdatum 2024-05-03\n## § 9 Park\nText.").text ==
      "SAMMANTRÄDESPROTOKOLL");
}

TEST_CASE("title: the kind of a paper right below it") {
  const Title title =
      title_of("# Granskning av inköp\nRevisionsrapport\n  Almviks kommun\n## Bakgrund\nText.");
  CHECK(title.text == "Granskning av inköp");
  REQUIRE(title.lines.size() == 2);
  CHECK(title.lines[0] == "Revisionsrapport");
}
