#include "extractors/beslutssatser_clauses.h"

#include <catch2/catch.hpp>

#include "document_builder.h"

using namespace diarium;

namespace {

using Texts = std::vector<std::string>;

Texts clauses_in(DocumentKind kind, const char* lines) {
  static const RuleBook rules = RuleBook::built_in();
  static const ClauseFinder finder(rules);
  const Document document = document_of(kind, lines);
  Texts texts;
  for (const FoundClause& clause : finder.clauses_of(document)) {
    texts.emplace_back(document.text.slice(clause.span));
    if (clause.addition) texts.back() += " + " + std::string(document.text.slice(*clause.addition));
  }
  return texts;
}

constexpr auto kMemo = DocumentKind::tjansteskrivelse;
constexpr auto kMember = DocumentKind::alternativt_forslag;
constexpr auto kMinutes = DocumentKind::protokoll;

}  // namespace

TEST_CASE(
    "clauses: items, att-sentences and finite sentences under a heading, until something closes "
    "it") {
  CHECK(clauses_in(kMemo,
                   "#decision Socialnämndens beslut\n- Att godkänna A\n- Att avslå B\n#summary "
                   "Sammanfattning\n- C\n") == Texts{"Att godkänna A", "Att avslå B"});
  CHECK(clauses_in(kMemo,
                   "#decision Socialnämndens beslut\nSocialnämnden godkänner A.\nUppdra åt "
                   "kontoret att utreda.\n") ==
        Texts{"Socialnämnden godkänner A.", "Uppdra åt kontoret att utreda."});
  CHECK(clauses_in(
            kMemo,
            "#decision Beslut\nRapporten läggs till handlingarna.\nBeslutsunderlag\nB antas.\n") ==
        Texts{"Rapporten läggs till handlingarna."});
  CHECK(clauses_in(kMember, "#decision Beslut\nA avslås.\n| Eva Ek\nB antas.\n") ==
        Texts{"A avslås."});
  CHECK(clauses_in(kMemo,
                   "#decision Beslut\nNämnden kom sent.\n! Beslutets innebörd ska framgå, anta\n& "
                   "1 Antas här\n")
            .empty());
}

TEST_CASE("clauses: each att of a paragraph is one, the att of a task is none") {
  CHECK(
      clauses_in(
          kMember,
          "#decision Beslut\natt godkänna A, samt\n  att uppdra åt X att göra B\n  att anta C\n") ==
      Texts{"att godkänna A, samt", "att uppdra åt X att göra B att anta C"});
  CHECK(
      clauses_in(kMember, "#decision Beslut\natt godkänna A, att anslå 5 kr och att det görs\n") ==
      Texts{"att godkänna A,", "att anslå 5 kr och att det görs"});
  CHECK(clauses_in(kMember, "#decision Beslut\n- att uppdra åt X att utreda, samt att godkänna B\n")
            .size() == 1);
}

TEST_CASE("clauses: a line that begins with a capital Att is one, whatever ends the line above") {
  CHECK(clauses_in(kMember,
                   "#decision Beslut\nAtt godkänna mål A\n  Att godkänna mål B och\n  C\n") ==
        Texts{"Att godkänna mål A", "Att godkänna mål B och C"});
}

TEST_CASE("clauses: openers in running text") {
  CHECK(clauses_in(kMember,
                   "Almvik växer. Därför föreslås Kommunstyrelsen besluta:\natt godkänna A\n- att "
                   "anta B\nTack för ordet.\natt leva är bra\n") ==
        Texts{"att godkänna A", "att anta B"});
  CHECK(clauses_in(DocumentKind::motion,
                   "Med hänvisning till ovanstående yrkar jag att kommunfullmäktige beslutar\natt "
                   "utreda A\natt uppdra åt B att bygga\n") ==
        Texts{"att utreda A", "att uppdra åt B att bygga"});
  CHECK(clauses_in(DocumentKind::motion, "Vi yrkar att skolan byggs.\n") ==
        Texts{"att skolan byggs."});
  CHECK(clauses_in(kMember,
                   "Att: Kommunstyrelsen uppdrar kansliet att utreda, samt föreslå åtgärder.\n") ==
        Texts{"Kommunstyrelsen uppdrar kansliet att utreda, samt föreslå åtgärder."});
  CHECK(clauses_in(DocumentKind::andringsforslag,
                   "1) En till beslutssats:\n  \"Lägga A till handlingarna. B förutsätts.\"\n2) "
                   "Att uppföljning sker.\nFöljande texter ändras:\n- Sid 1\n") ==
        Texts{"\"Lägga A till handlingarna. B förutsätts.\"", "Att uppföljning sker."});
}

TEST_CASE("clauses: what an opener says of clauses to come is none") {
  CHECK(clauses_in(kMemo,
                   "#decision Förslag till beslut\nKontoret föreslår att kommunstyrelsen föreslår "
                   "kommunfullmäktige besluta följande.\n- Taxan antas.\n") ==
        Texts{"Taxan antas."});
}

TEST_CASE("clauses: lines that close them, numbers without a full stop, what others want") {
  CHECK(clauses_in(kMinutes, "#decision Beslut\nÄrendet bordläggs.\n  ______\n") ==
        Texts{"Ärendet bordläggs."});
  CHECK(clauses_in(DocumentKind::andringsforslag,
                   "1) Att A revideras. Följande texter ändras:\n- Sid 2: ”B ska”\n") ==
        Texts{"Att A revideras."});
  CHECK(
      clauses_in(kMinutes,
                 "#decision Beslut\n1 Taxan antas.\n  2 Den gamla taxan från\n  2009 upphävs.\n") ==
      Texts{"Taxan antas.", "Den gamla taxan från 2009 upphävs."});
  CHECK(clauses_in(DocumentKind::rapport,
                   "#decision Förslag\nUtredningen föreslår att linjen avvecklas.\n")
            .empty());
}

TEST_CASE("clauses: additions in quotes belong to their clause") {
  CHECK(clauses_in(kMember,
                   "#decision Beslut\n- godkänna A med följande tillägg:\n- \"I Almvik bor "
                   "alla.\"\n- avslå B\n") ==
        Texts{"godkänna A med följande tillägg: + \"I Almvik bor alla.\"", "avslå B"});
  CHECK(clauses_in(kMember,
                   "#decision Beslut\natt anta A, med följande tillägg:\n”En mening.\nEn "
                   "till.”\natt anta B\n") ==
        Texts{"att anta A, med följande tillägg: + ”En mening.\nEn till.”", "att anta B"});
  CHECK(clauses_in(kMember, "#decision Beslut\n- anta A med följande ändring: ”B”.\n") ==
        Texts{"anta A med följande ändring: + ”B”."});
}

TEST_CASE("clauses: what stands deeper or names persons belongs to the clause above") {
  CHECK(
      clauses_in(
          kMinutes,
          "#decision Beslut\nKommunfullmäktige beslutar välja:\n- Eva Ek (S)\n- Nils Löw (M)\n") ==
      Texts{"Kommunfullmäktige beslutar välja:\n- Eva Ek (S)\n- Nils Löw (M)"});
}

TEST_CASE("clauses: minutes decide under their headings, and in the text where there is none") {
  CHECK(clauses_in(kMinutes,
                   "@ § 1\n#decision Förslag till beslut\n- Att avslå A\n#decision Beslut\n- Att "
                   "anta A\n") == Texts{"Att anta A"});
  CHECK(clauses_in(kMinutes,
                   "@ § 2\n# Val\nSocialnämnden beslutar att godkänna A.\nNämnden tackar.\n") ==
        Texts{"Socialnämnden beslutar att godkänna A."});
  CHECK(clauses_in(kMinutes,
                   "@ § 4\n#decision Beslut\nKommunstyrelsen tillstyrker förslag till beslut i "
                   "kommunfullmäktige:\nMotionen avslås.\n") == Texts{"Motionen avslås."});
  CHECK(clauses_in(kMinutes, "@ § 3\n#proposition Beslutsgång\nNämnden beslutar att avslå.\n")
            .empty());
}

TEST_CASE("clauses: false friends are none") {
  for (const char* lines :
       {"#matter Bakgrund\nAtt sluta röka är svårt.\nAtt ha ett bra liv är viktigt.\n",
        "#matter Bakgrund\nI mars 2021 beslutade Kommunstyrelsen att utvidga målen.\n",
        "#matter Bakgrund\nBeslutet att sluta är ofta svårt.\n- Att få fler i arbete\n",
        "#basis Beslutsunderlag\n- Kommunfullmäktiges beslut 2019-04-25, § 79\n",
        "#recipients Beslutet expedieras till\n1. Kommunstyrelsen\n",
        "#matter Ärendet\nSocialnämnden beviljar därför ansökan med en tredjedel.\n"}) {
    INFO(lines);
    CHECK(
        clauses_in(kMemo, (std::string("#decision Beslut\nA avslås.\n") + lines).c_str()).size() ==
        1);
    CHECK(clauses_in(kMember, lines).empty());
  }
}

TEST_CASE("clauses: an att above a list is none, and one with its verb in the heading is") {
  CHECK(clauses_in(kMemo,
                   "#decision Beslut\nSocialnämnden beslutar att\n- anta planen\n- avslå B\n") ==
        Texts{"anta planen", "avslå B"});
  CHECK(clauses_in(kMember,
                   "#decision Vi föreslår kommunfullmäktige besluta att anta planen med följande "
                   "ändringar:\nSidan 14, andra stycket, ändras till: ”Träd”\n") ==
        Texts{"att anta planen med följande ändringar:"});
}

TEST_CASE("clauses: who proposes to whom opens a list of them without a verb to decide") {
  CHECK(clauses_in(
            kMemo,
            "#decision Förslag till beslut\nSkolutskottet föreslår kommunstyrelsen\n- att anta "
            "planen\n- att avslå B\n") == Texts{"att anta planen", "att avslå B"});
}
