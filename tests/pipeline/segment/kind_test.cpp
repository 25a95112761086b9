#include "pipeline/segment/kind.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/segment/written_pages.h"

using namespace diarium;

namespace {

DocumentKind kind_of(std::string_view lines, const std::string& path = "fil.pdf") {
  return documents_in(lines, path).at(0).kind;
}

}  // namespace

TEST_CASE("kind: by the first lines of the paper") {
  const std::vector<std::pair<std::string, DocumentKind>> cases{
      {"Socialnämndens ledamöter och ersättare kallas härmed till sammanträde i "
       "rådhuset.\n\nFörhinder anmäls till Eva Ek.",
       DocumentKind::kallelse},
      {"# Kallelse\nText.", DocumentKind::kallelse},
      {"Eva Ek\n  Handläggare\n  033-35 38 85\nDatum\n  2024-06-11\nInstans\n  Socialnämnden\n# "
       "Fler träd\n## Socialnämndens beslut\nPlanen antas.",
       DocumentKind::tjansteskrivelse},
      {"# Tjänsteskrivelse\nText.", DocumentKind::tjansteskrivelse},
      {"^ SAMMANTRÄDESPROTOKOLL\n## § 1 Val\n## Beslut\nEva Ek väljs.\n## § 2 Budget\n## "
       "Beslut\nAntas.",
       DocumentKind::protokoll},
      {"# Protokollsutdrag\n## § 42 Budget\n## Beslut\nBudgeten antas.",
       DocumentKind::protokollsutdrag},
      {"ALTERNATIVT FÖRSLAG\n# Fler träd\n## Kommunstyrelsens beslut\nPlanen antas.\n## "
       "Beslutsunderlag\n1. Plan",
       DocumentKind::alternativt_forslag},
      {"# Ändringsförslag KC1\nText.", DocumentKind::andringsforslag},
      {"# Tilläggsyrkande\nText.", DocumentKind::tillaggsforslag},
      {"# Yrkande om återremiss\nText.", DocumentKind::aterremissyrkande},
      {"# Initiativ – Yttrande över täkten\nText.", DocumentKind::initiativ},
      {"# Motion om fler träd\nText.", DocumentKind::motion},
      {"# Svar på motion om fler träd\nText.", DocumentKind::motionssvar},
      {"# Interpellation till kommunstyrelsens ordförande\nText.", DocumentKind::interpellation},
      {"# Medborgarförslag\nText.", DocumentKind::medborgarforslag},
      {"# Remissvar\nText.", DocumentKind::yttrande},
      {"# Vägen ut\n## Innehållsförteckning\n. Inledning 3\n. Bakgrund 4", DocumentKind::rapport},
      {"# Socialnämndens handlingsplan för träd\nText.", DocumentKind::handlingsplan},
      {"# Omröstningslista\n| Namn | Ja |", DocumentKind::voteringslista},
      {"Från: Eva Ek\n  Skickat: 2024-05-20\n  Till: Nils\n  Ämne: Träd\nHej",
       DocumentKind::e_post},
      {"# Bilaga 2\nText.", DocumentKind::bilaga},
      {"# DELEGATIONSBESLUT\nBygglov ges.", DocumentKind::delegationsbeslut},
      {"# Tjänsteskrivelse\n# Delegationsbeslut juni 2024\nText.", DocumentKind::tjansteskrivelse},
      {"Ett vanligt stycke om träd.", DocumentKind::ovrigt},
  };
  for (const auto& [lines, kind] : cases) {
    INFO(lines);
    CHECK(name_of(kind_of(lines)) == name_of(kind));
  }
}

TEST_CASE(
    "kind: an answer to a motion is no motion, an initiative that yields an opinion no opinion") {
  CHECK(kind_of("# Svar på motion av Eva Ek (S)\nText.") == DocumentKind::motionssvar);
  CHECK(kind_of(
            "Eva Ek\n  Handläggare\n  033-35 38 85\nDatum\n  2024-06-11\nInstans\n  Socialnämnden\n"
            "# Svar på motion om fler träd\n## Socialnämndens beslut\nMotionen avslås.\n## "
            "Beslutsunderlag\n1. Motion") == DocumentKind::motionssvar);
  CHECK(kind_of("# Uppföljning av Socialnämndens handlingsplan\n## Socialnämndens "
                "beslut\nAntas.\n## Beslutsunderlag\n1. Plan\n"
                "Eva Ek\n  Handläggare\n  033-35 38 85") != DocumentKind::e_post);
}

TEST_CASE("kind: a party's signature under a proposal without label makes an initiative, unsure") {
  const Document document = documents_in(
                                "# Fler träd\nVi vill se fler träd i parken.\nAtt: Kommunstyrelsen "
                                "uppdrar åt parkenheten att plantera.\n"
                                "För Centerpartiet,\nEva Ek (C)\n  Kommunalråd")
                                .at(0);
  CHECK(document.kind == DocumentKind::initiativ);
  CHECK(document.confidence < 1.01);
}

TEST_CASE("kind: struck text under a party's signature makes an alternative proposal") {
  const Document document = documents_in(
                                "# Fler träd\n## Kommunstyrelsens beslut\nPlanen för ~några fler "
                                "träd antas.\n## Beslutsunderlag\n1. Plan\n"
                                "För Centerpartiet,\nEva Ek (C)\n  Kommunalråd")
                                .at(0);
  CHECK(document.kind == DocumentKind::alternativt_forslag);
  CHECK(document.runner_up == DocumentKind::initiativ);
  CHECK(document.confidence < 0.9);
}

TEST_CASE("kind: the file's name helps where the paper is silent") {
  CHECK(kind_of("Ett stycke om träd.", "KS240930 V Alternativt förslag SP7.pdf") ==
        DocumentKind::alternativt_forslag);
  CHECK(kind_of("Ett stycke om träd.", "2024-09-30_Tilläggsyrkande-S.pdf") ==
        DocumentKind::tillaggsforslag);
  CHECK(kind_of("# Motion om träd\nText.", "Protokoll 2024.pdf") == DocumentKind::motion);
}

TEST_CASE("kind: a contract numbers its clauses with §, and is no minutes") {
  CHECK(kind_of("# SAMARBETSAVTAL\n## § 1 Parter\nStaden och byn.\n## § 2 Ersättning\nTusen kr.") ==
        DocumentKind::ovrigt);
}

TEST_CASE("kind: who is nominated as member has not been present") {
  CHECK(kind_of("# Förslag om nya i rådet\n## Ledamöter\nBo Al, Eva Ek och en till.") !=
        DocumentKind::protokoll);
}

TEST_CASE("kind: what a party moves under that heading is a member's proposal") {
  CHECK(kind_of("# Vår budget\n## Yrkande\nVi yrkar att kommunfullmäktige beslutar\natt anta "
                "budgeten.\nEva Ek (S)\n  Gruppledare") == DocumentKind::initiativ);
}

TEST_CASE("kind: an opinion on a memo's paper is one unless it proposes a decision") {
  const std::string card = "Eva Ek\n  Handläggare\n  033-35 38 85\nDatum\n  2024-06-11\n";
  CHECK(kind_of(card + "# Yttrande över handlingsprogrammet\nKommunen avstyrker förslaget.") ==
        DocumentKind::yttrande);
  CHECK(kind_of(card + "# Yttrande över handlingsprogrammet\n## Förslag till beslut\nNämnden antar "
                       "yttrandet.") == DocumentKind::tjansteskrivelse);
}

TEST_CASE("kind: what proposes a decision and says nothing else is a memo") {
  CHECK(kind_of("# Anmälan av beslut i maj\n## Förslag till beslut\nNämnden lägger anmälan till "
                "handlingarna.") == DocumentKind::tjansteskrivelse);
}

TEST_CASE("kind: minutes of one § without who was there are an extract") {
  CHECK(
      kind_of("# SAMMANTRÄDESPROTOKOLL\nSammanträdesdatum 2024-05-03\n## § 9 Park\n## Beslut\nDen "
              "anläggs.") == DocumentKind::protokollsutdrag);
  CHECK(kind_of("# SAMMANTRÄDESPROTOKOLL\n## Beslutande\nEva Ek (S)\n## § 9 Park\n## Beslut\nDen "
                "anläggs.") == DocumentKind::protokoll);
}
