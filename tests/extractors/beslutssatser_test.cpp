#include "extractors/beslutssatser.h"

#include <catch2/catch.hpp>

#include "document_builder.h"
#include "tests/growth.h"

using namespace diarium;

namespace {

const Beslutssatser& extractor() {
  static const RuleBook rules = RuleBook::built_in();
  static const Beslutssatser instance(rules);
  return instance;
}

std::vector<Beslutssats> clauses_in(const Document& document) {
  std::vector<Beslutssats> clauses;
  for (const Finding& finding : extractor().extract(document)) {
    clauses.push_back(std::get<Beslutssats>(finding.record));
  }
  return clauses;
}

Beslutssats only_clause_in(DocumentKind kind, const char* lines, const char* body = "") {
  Document document = document_of(kind, lines);
  document.body = body;
  const auto clauses = clauses_in(document);
  INFO(lines);
  REQUIRE(clauses.size() == 1);
  return clauses[0];
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("beslutssatser: a memo worded as if the board had decided is a proposal") {
  const auto clause = only_clause_in(DocumentKind::tjansteskrivelse,
                                     "#decision Socialnämndens beslut\nSocialnämnden godkänner "
                                     "”Uppföljning att anta” och översänder den till\n"
                                     "  Fritids- och folkhälsonämnden.\n");
  CHECK(clause.n == 1);
  CHECK(clause.status == DecisionStatus::proposed_official);
  CHECK(clause.decider == "Socialnämnden");
  CHECK(clause.text ==
        "Socialnämnden godkänner ”Uppföljning att anta” och översänder den till Fritids- och "
        "folkhälsonämnden.");
  REQUIRE(clause.actions.size() == 2);
  CHECK(clause.actions[0].code == "APPROVE");
  CHECK(clause.actions[1].recipient == "Fritids- och folkhälsonämnden");
}

TEST_CASE("beslutssatser: who decides is told by opener, subject, heading, then the document") {
  const struct {
    DocumentKind kind;
    const char* lines;
    const char* decider;
    Names via;
  } kRows[] = {
      {DocumentKind::alternativt_forslag,
       "Därför föreslås Kommunstyrelsen föreslå kommunfullmäktige besluta:\natt anta planen\n",
       "Kommunfullmäktige",
       {"Kommunstyrelsen"}},
      {DocumentKind::tjansteskrivelse,
       "#decision Förslag till beslut\n- Kulturnämnden antar planen\n",
       "Kulturnämnden",
       {}},
      {DocumentKind::tjansteskrivelse,
       "#decision Förslag till beslut\n- Anta planen\n",
       "Socialnämnden",
       {}},
      {DocumentKind::tjansteskrivelse,
       "#decision Kommunstyrelsens förslag till kommunfullmäktige\n- Anta planen\n",
       "Kommunfullmäktige",
       {"Kommunstyrelsen"}},
      {DocumentKind::tjansteskrivelse,
       "#decision Socialnämndens förslag till beslut\n- Anta planen\n",
       "Socialnämnden",
       {}},
      {DocumentKind::protokoll,
       "#decision Beslut\nKommunstyrelsen föreslår kommunfullmäktige besluta\natt anta planen\n",
       "Kommunfullmäktige",
       {"Kommunstyrelsen"}},
  };
  for (const auto& row : kRows) {
    INFO(row.lines);
    const auto clause = only_clause_in(row.kind, row.lines, "Socialnämnden");
    CHECK(clause.decider == row.decider);
    CHECK(clause.via == row.via);
  }
  CHECK(only_clause_in(DocumentKind::motion, "Jag yrkar att en park byggs\n").decider ==
        "Kommunfullmäktige");
}

TEST_CASE(
    "beslutssatser: struck words are left out of the clean text and stay in the verbatim one") {
  const auto clause =
      only_clause_in(DocumentKind::alternativt_forslag,
                     "#decision Beslut\n- Att godkänna ~den~ ~gamla~ *den* *nya* planen, samt\n"
                     "- ~Att~ ~avslå~\n");
  CHECK(clause.text == "Att godkänna den nya planen");
  CHECK(clause.verbatim == "Att godkänna den gamla den nya planen, samt");
}

TEST_CASE("beslutssatser: additions, scope and amounts") {
  const auto added = only_clause_in(
      DocumentKind::alternativt_forslag,
      "#decision Beslut\n- godkänna målen med följande tillägg:\n- ”I Almvik ska ingen frysa.”\n");
  CHECK(added.text == "godkänna målen med följande tillägg:");
  CHECK(added.quoted_addition == "I Almvik ska ingen frysa.");
  CHECK(only_clause_in(DocumentKind::initiativ,
                       "#decision Beslut\natt för egen del tillskriva bolaget\n")
            .scope == "för egen del");
  Document document = document_of(DocumentKind::tjansteskrivelse,
                                  "#decision Socialnämndens beslut\nSocialnämnden beviljar totalt "
                                  "245,000 kr och 16 % av 1 200 000 kronor.\n");
  const auto findings = extractor().extract(document);
  REQUIRE(findings.size() == 1);
  CHECK(std::get<Beslutssats>(findings[0].record).amounts ==
        Names{"245,000 kr", "16 %", "1 200 000 kronor"});
  CHECK(findings[0].issues == Names{"comma_thousands"});
}

TEST_CASE(
    "beslutssatser: in minutes each § counts from one, and what goes to a higher body is "
    "recommended") {
  const Document document =
      document_of(DocumentKind::protokoll,
                  "@ § 1\n#decision Beslut\n- A godkänns\n- B antas\n@ § 2\n#decision "
                  "Kommunstyrelsens förslag till kommunfullmäktige\n- C antas\n");
  const auto clauses = clauses_in(document);
  REQUIRE(clauses.size() == 3);
  CHECK(clauses[1].n == 2);
  CHECK(clauses[1].status == DecisionStatus::decided);
  CHECK(clauses[2].n == 1);
  CHECK(clauses[2].status == DecisionStatus::recommended);
}

TEST_CASE("beslutssatser: the time grows with the text and not with its square") {
  for (const std::string part :
       {"lägga att ", "föreslås Kommunstyrelsen ", "a- och ", ", att anta ", "”", "yrkar vi, "}) {
    const auto search = [&](std::size_t bytes) {
      std::string lines = "#decision Beslut\natt anta ";
      while (lines.size() < bytes) lines += part;
      return [document = document_of(DocumentKind::motion, lines + "\n")] {
        static_cast<void>(extractor().extract(document));
      };
    };
    INFO(part);
    CHECK(test::growth_of(search(250'000), search(1'000'000)).ratio() <= 6);
  }
}
TEST_CASE("beslutssatser: a clause that an amendment quotes, discontinuous verb and all") {
  const auto clause = only_clause_in(
      DocumentKind::andringsforslag,
      "#decision En till beslutssats:\n\"Lägga informationen om planen till handlingarna. "
      "Nämnden förutsätter att förslagen prövas.\"");
  CHECK(
      clause.text ==
      "Lägga informationen om planen till handlingarna. Nämnden förutsätter att förslagen prövas.");
  REQUIRE(clause.actions.size() == 2);
  CHECK(clause.actions[0].code == "FILE");
}

TEST_CASE("beslutssatser: periods of a clause are told as intervals") {
  const std::vector<std::pair<std::string, Names>> cases{
      {"anta programmet 2021-2024", {"2021/2024"}},
      {"bevilja bidrag för perioden januari-april 2019", {"2019-01/2019-04"}},
      {"välja Eva Ek från den 1 januari 2024 till och med den 31 december 2026",
       {"2024-01-01/2026-12-31"}},
      {"hyra lokalen 1 januari–31 mars 2024", {"2024-01-01/2024-03-31"}},
      {"godkänna ärende KS 2019-00665", {}},
      {"godkänna budgeten för 2024", {}}};
  for (const auto& [text, periods] : cases) {
    const std::string lines = "#decision Beslut\n- att " + text;
    CHECK(only_clause_in(DocumentKind::tjansteskrivelse, lines.c_str()).periods == periods);
  }
}

TEST_CASE("beslutssatser: a body that an item proposes to binds that item, not the next sentence") {
  Document document = document_of(
      DocumentKind::protokoll,
      "#decision Kulturnämndens beslut\n1. Kulturnämnden föreslår kommunfullmäktige att anta nya "
      "taxor.\n2. Förvaltningschefen får i uppdrag att informera föreningarna.\n");
  document.body = "Kulturnämnden";
  const auto clauses = clauses_in(document);
  REQUIRE(clauses.size() == 2);
  CHECK(clauses[0].decider == "Kommunfullmäktige");
  CHECK(clauses[0].status == DecisionStatus::recommended);
  CHECK(clauses[1].decider == "Kulturnämnden");
  CHECK(clauses[1].status == DecisionStatus::decided);
}

TEST_CASE("beslutssatser: an item that goes on with att is still for whom the last one proposed") {
  Document document = document_of(
      DocumentKind::protokoll,
      "#decision Kulturnämndens beslut\n- Kulturnämnden föreslår kommunfullmäktige att anta "
      "taxan\n- att avslå motionen\n");
  document.body = "Kulturnämnden";
  const auto clauses = clauses_in(document);
  REQUIRE(clauses.size() == 2);
  CHECK(clauses[1].decider == "Kommunfullmäktige");
}
