#include "pipeline/segment/header_fields.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/segment/written_pages.h"

using namespace diarium;

TEST_CASE("header fields: the first date with a day in a text") {
  CHECK(iso_of(*first_day_in("sammanträde i rådhuset, tisdagen den 11 juni 2024 kl. 17:00.")) ==
        "2024-06-11T17:00");
  CHECK(iso_of(*first_day_in("mötet (2024-06-11) hölls")) == "2024-06-11");
  for (const char* text : {"budget 2024 och plan 2025", "i juni 2024", "", "33-35 38 85"}) {
    INFO(text);
    CHECK_FALSE(first_day_in(text));
  }
}

TEST_CASE("header fields: a memo's card") {
  const Document memo =
      documents_in(
          "Eva Ek\n  Handläggare\n  033-35 38 85\nDatum\n  2024-06-11\nInstans\n  Socialnämnden\n"
          "Dnr SN 2024-00070 1.2.4.1\n# Fler träd\n## Socialnämndens beslut\nSe Dnr KS 2024-00012.")
          .at(0);
  CHECK(memo.title == "Fler träd");
  CHECK(memo.case_officer == "Eva Ek");
  CHECK(memo.body == "Socialnämnden");
  CHECK(memo.provenance.at("body") == Provenance::stated);
  CHECK(iso_of(*memo.date) == "2024-06-11");
  REQUIRE(memo.case_numbers.size() == 1);
  CHECK(memo.case_numbers[0].serial == 70);
  CHECK_FALSE(memo.meeting_date);
}

TEST_CASE("header fields: a report is the work of the administration on its author's card") {
  const Document report =
      documents_in(
          "Socialförvaltningen\n  Eva Ek\n  eva.ek@almvik.se\n# Vägen ut\n## "
          "Innehåll\n. 1 Uppdraget 2\n. 2 Förslag 3\n---\n## 1 Uppdraget\nText.")
          .at(0);
  CHECK(report.kind == DocumentKind::rapport);
  CHECK(report.body == "Socialförvaltningen");
}

TEST_CASE("header fields: without a card the heading tells the body, and no date is made up") {
  const Document memo =
      documents_in("# Fler träd\n## Kultur- och fritidsnämndens beslut\nPlanen antas 2024-01-01.")
          .at(0);
  CHECK(memo.body == "Kultur- och fritidsnämnden");
  CHECK(memo.provenance.at("body") == Provenance::heading);
  CHECK_FALSE(memo.date);
  CHECK(memo.case_numbers.empty());
}

TEST_CASE("header fields: a date beside the case number needs no label") {
  const Document memo = documents_in(
                            "Eva Ek\n  Handläggare\n  033-35 38 85\nDnr SN 2024-00070\n"
                            "  2024-06-11\n# Fler träd\n## Socialnämndens beslut\nPlanen antas.")
                            .at(0);
  REQUIRE(memo.date);
  CHECK(iso_of(*memo.date) == "2024-06-11");
}

TEST_CASE("header fields: a running head may hold what a card holds") {
  const Document memo = documents_in(
                            "^ Datum 2024-08-21\n^ Diarienummer SN 2023/00087\n# Riktlinjer\n"
                            "## Beslutsförslag\nSocialnämnden antar riktlinjerna 2024-10-01.")
                            .at(0);
  REQUIRE(memo.date);
  CHECK(iso_of(*memo.date) == "2024-08-21");
  REQUIRE(memo.case_numbers.size() == 1);
  CHECK(memo.case_numbers[0].raw == "SN 2023/00087");
}

TEST_CASE("header fields: a case number alone on a line of the head needs no label") {
  const Document memo =
      documents_in(
          "^ Ordförandebeslut\n^ BUN 2024-00077\n# Yttrande om tillsyn\n## Beslut\nDet antas.")
          .at(0);
  REQUIRE(memo.case_numbers.size() == 1);
  CHECK(memo.case_numbers[0].raw == "BUN 2024-00077");
}

TEST_CASE("header fields: under the body that a paper goes to stands the day of its meeting") {
  const Document memo = documents_in(
                            "Till\n  Socialnämnden\n  2024-10-24\nDnr: 1.6.2-4471/2024\n  "
                            "2024-10-02\n# Tertialrapport\n"
                            "## Beslutsförslag\nRapporten godkänns.")
                            .at(0);
  CHECK(memo.body == "Socialnämnden");
  REQUIRE(memo.meeting_date);
  CHECK(iso_of(*memo.meeting_date) == "2024-10-24");
  REQUIRE(memo.date);
  CHECK(iso_of(*memo.date) == "2024-10-02");
}

TEST_CASE("header fields: a letter is dated above its title") {
  const Document motion = documents_in(
                              "Almvik 27 mars 2023\nTill Kommunfullmäktige\n# Motion om träd\n"
                              "Vi såg den 3 april 2022 att träden dör.")
                              .at(0);
  REQUIRE(motion.date);
  CHECK(iso_of(*motion.date) == "2023-03-27");
}

TEST_CASE("header fields: the running head of minutes names the day of the meeting") {
  const Document minutes =
      documents_in(
          "^ SAMMANTRÄDESPROTOKOLL\n^ Sammanträdesdatum\n^ 2024-06-11\nSocialnämnden\n"
          "Utses att justera Eva Ek (S)\nJusteringens plats och tid Rådhuset, 2024-06-17\n"
          "# § 12 Fler träd\n## Socialnämndens beslut\nPlanen antas.")
          .at(0);
  CHECK(minutes.kind == DocumentKind::protokoll);
  REQUIRE(minutes.meeting_date);
  CHECK(iso_of(*minutes.meeting_date) == "2024-06-11");
}

TEST_CASE("header fields: the day of a meeting is not that of its attestation") {
  const Document minutes = documents_in(
                               "# Kommunstyrelsen Protokoll (nr 7) Sammanträdesdatum: 2025-05-14\n"
                               "Justeringsdag:\n2025-05-21\n## § 1 Taxa\nTaxan antas.")
                               .at(0);
  CHECK(minutes.title == "Protokoll");
  REQUIRE(minutes.meeting_date);
  CHECK(iso_of(*minutes.meeting_date) == "2025-05-14");
  const Document unnamed = documents_in(
                               "# Protokoll\nJusteringsdag:\n2025-05-21\nKommunstyrelsen den 14 "
                               "maj 2025\n## § 1 Taxa\nTaxan antas.")
                               .at(0);
  REQUIRE(unnamed.meeting_date);
  CHECK(iso_of(*unnamed.meeting_date) == "2025-05-14");
}

TEST_CASE("header fields: a summons is titled by its kind and knows its meeting") {
  const Document summons = documents_in(
                               "Socialnämndens ledamöter och ersättare kallas härmed till "
                               "sammanträde i rådhuset, tisdagen den 11 "
                               "juni 2024 kl. 17:00.\nFörhinder anmäls till Eva Ek.")
                               .at(0);
  CHECK(summons.title == "Kallelse");
  CHECK(summons.body == "Socialnämnden");
  CHECK(iso_of(*summons.meeting_date) == "2024-06-11");
}

TEST_CASE("header fields: the day that a summons calls to is the one with an hour") {
  const Document summons = documents_in(
                               "KALLELSE\n  2024-02-06\n# Socialnämnden\n"
                               "Onsdag 14 februari 2024, kl. 13.00\n## Ärenden\n1. Upprop\n")
                               .at(0);
  CHECK(summons.kind == DocumentKind::kallelse);
  CHECK(summons.title == "Kallelse");
  CHECK(summons.body == "Socialnämnden");
  REQUIRE(summons.meeting_date);
  CHECK(iso_of(*summons.meeting_date) == "2024-02-14");
}

TEST_CASE("header fields: a proposal for a meeting") {
  const Document proposal = documents_in(
                                "Alternativt förslag till Kommunstyrelsens sammanträde "
                                "2024-11-25:\n## KC1: Fler träd\nText.")
                                .at(0);
  CHECK(proposal.body == "Kommunstyrelsen");
  CHECK(iso_of(*proposal.meeting_date) == "2024-11-25");
  CHECK(proposal.agenda_code == "KC1");
}

TEST_CASE("header fields: an e-mail's subject and day") {
  const Document mail = documents_in(
                            "Från: Eva Ek\n  Skickat: den 20 maj 2024 14:33\n  Till: Nils\n  Ämne: "
                            "Ansökan om träd\nHej")
                            .at(0);
  CHECK(mail.title == "Ansökan om träd");
  CHECK(iso_of(*mail.date) == "2024-05-20");
}

TEST_CASE("header fields: place and date above the signatures date a motion") {
  const Document motion =
      documents_in("# Motion om träd\nVi vill ha träd.\nAlmvik 2024-03-01\nEva Ek (S)").at(0);
  REQUIRE(motion.date);
  CHECK(iso_of(*motion.date) == "2024-03-01");
}

TEST_CASE("header fields: who is to decide, where no card says it") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"# Svar på motion om träd\n## Kommunstyrelsens förslag till Kommunfullmäktige\nMotionen "
       "avslås.",
       "Kommunfullmäktige"},
      {"Motion till kommunfullmäktige i Almvik\n# Motion: Fler träd\nVi vill att Kommunstyrelsen "
       "planterar.",
       "Kommunfullmäktige"},
      {"# Ändringsförslag KS4\nAtt Kommunstyrelsen planterar träd.", "Kommunstyrelsen"},
      {"# Plan för träd\nKommunstyrelsen planterar träd.", ""},
  };
  for (const auto& [lines, body] : cases) {
    INFO(lines);
    CHECK(documents_in(lines).at(0).body == body);
  }
}

TEST_CASE("header fields: minutes are titled by their running head") {
  CHECK(documents_in(
            "^ ALMVIKS KOMMUN SAMMANTRÄDESPROTOKOLL\n## § 1 Val\nText.\n## § 2 Budget\nText.")
            .at(0)
            .title == "Sammanträdesprotokoll");
  CHECK(documents_in("^ Almviks kommun PROTOKOLL 1(2)\n# Kommunfullmäktige\n## § 1 Val\nText.\n## "
                     "§ 2 Budget\nText.")
            .at(0)
            .title == "Protokoll Kommunfullmäktige");
}

TEST_CASE("header fields: below its title a member's paper names its meeting and case") {
  const Document paper =
      documents_in(
          "# Alternativt förslag till beslut\nKommunstyrelsen 2024-06-04, ärende 12: Trafikplan "
          "Dnr KS 2023-00811\nTrafiken ökar i hela staden och behöver en plan som håller i många "
          "år, därför.\nEva Ek (L)")
          .at(0);
  CHECK(paper.title == "Alternativt förslag till beslut");
  CHECK(paper.body == "Kommunstyrelsen");
  REQUIRE(paper.meeting_date);
  CHECK(iso_of(*paper.meeting_date) == "2024-06-04");
  REQUIRE(paper.case_numbers.size() == 1);
  CHECK(paper.case_numbers[0].serial == 811);
}

TEST_CASE("header fields: the name of a body alone in the head tells whose paper it is") {
  const Document answer =
      documents_in("^ Skolnämnden\nSchool\n# Remissvar om nya skolor\nStaden svarar så här.").at(0);
  CHECK(answer.body == "Skolnämnden");
}

TEST_CASE("header fields: an extract is of the body that proposes, not of the one that decides") {
  const Document extract =
      documents_in(
          "# Protokollsutdrag\n## § 21 Fler träd\n## Kommunstyrelsens förslag till "
          "kommunfullmäktige\n1. Motionen avslås.")
          .at(0);
  CHECK(extract.kind == DocumentKind::protokollsutdrag);
  CHECK(extract.body == "Kommunstyrelsen");
}

TEST_CASE("header fields: place and day on the last line above the signatures") {
  const Document question =
      documents_in(
          "# Interpellation\nTill kommunstyrelsens ordförande\n1. Vad görs för parken?\n  "
          "Almvik 1998-04-02\nEva Ek (M)\n  Ledamot i kommunfullmäktige")
          .at(0);
  REQUIRE(question.date);
  CHECK(iso_of(*question.date) == "1998-04-02");
  CHECK(question.kind == DocumentKind::interpellation);
  const Document audit =
      documents_in(
          "# Granskning av inköp\nVi har granskat inköpen.\n\n2020-01-28\nEva Ek\n  Revisor")
          .at(0);
  REQUIRE(audit.date);
  CHECK(iso_of(*audit.date) == "2020-01-28");
}

TEST_CASE("header fields: a question goes to the council, whatever board it is about") {
  const Document question = documents_in(
                                "# Interpellation\nTill kommunstyrelsens ordförande\nVad görs för "
                                "parken?\nEva Ek (M)\n  Ledamot i kommunfullmäktige")
                                .at(0);
  CHECK(question.body == "Kommunfullmäktige");
}

TEST_CASE("header fields: who signs for a body tells whose paper it is") {
  const Document opinion = documents_in(
                               "# Yttrande över handlingsprogrammet\nKommunen avstyrker "
                               "förslaget.\nPå kommunstyrelsens vägnar\nEva Ek\n  Ordförande")
                               .at(0);
  CHECK(opinion.body == "Kommunstyrelsen");
}

TEST_CASE("header fields: a form tells title and day below their labels") {
  const Document form =
      documents_in(
          "# Medborgarförslag\nRubrik på förslaget\n  Belysning vid Tallmon\nDet är mörkt i "
          "skogen.\nDatum\n  2020-01-19\nUnderskrift\n  Eva Ek")
          .at(0);
  CHECK(form.kind == DocumentKind::medborgarforslag);
  CHECK(form.title == "Belysning vid Tallmon");
  REQUIRE(form.date.has_value());
  CHECK(iso_of(*form.date) == "2020-01-19");
}
