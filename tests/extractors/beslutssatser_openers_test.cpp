#include "extractors/beslutssatser_openers.h"

#include <catch2/catch.hpp>

using namespace diarium;

namespace {

const RuleBook& rules() {
  static const RuleBook book = RuleBook::built_in();
  return book;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("openers: headings say who decides") {
  const DecisionOpeners openers(rules());
  const struct {
    const char* heading;
    const char* decider;
    Names via;
    bool proposal;
  } kRows[] = {
      {"Socialnämndens beslut", "Socialnämnden", {}, false},
      {"Barn- och utbildningsnämndens beslut:", "Barn- och utbildningsnämnden", {}, false},
      {"KOMMUNSTYRELSENS BESLUT", "Kommunstyrelsen", {}, false},
      {"Nämndens beslut", "", {}, false},
      {"Beslut", "", {}, false},
      {"Förslag till beslut", "", {}, true},
      {"Förvaltningens förslag till beslut", "", {}, true},
      {"Kommunstyrelsens förslag till beslut", "", {"Kommunstyrelsen"}, true},
      {"Kommunstyrelsens förslag till kommunfullmäktige",
       "Kommunfullmäktige",
       {"Kommunstyrelsen"},
       true},
      {"Förslag till beslut i socialnämnden", "Socialnämnden", {}, true},
  };
  for (const auto& row : kRows) {
    INFO(row.heading);
    const auto opener = openers.in_heading(row.heading);
    REQUIRE(opener.has_value());
    CHECK(opener->decider == row.decider);
    CHECK(opener->via == row.via);
    CHECK(opener->proposal == row.proposal);
  }
  for (const char* heading : {"Beslutsunderlag", "Socialstyrelsens beslut",
                              "Beslutet expedieras till", "Sammanfattning"}) {
    INFO(heading);
    CHECK_FALSE(openers.in_heading(heading).has_value());
  }
}

TEST_CASE("openers: words that propose name the chain of bodies") {
  const DecisionOpeners openers(rules());
  const struct {
    const char* text;
    const char* decider;
    Names via;
    const char* rest;
  } kRows[] = {
      {"Med anledning av ovanstående föreslås Kommunstyrelsen besluta:", "Kommunstyrelsen", {}, ""},
      {"föreslås Kommunstyrelsen föreslå kommunfullmäktige besluta",
       "Kommunfullmäktige",
       {"Kommunstyrelsen"},
       ""},
      {"Kommunstyrelsen föreslår kommunfullmäktige besluta att anta planen",
       "Kommunfullmäktige",
       {"Kommunstyrelsen"},
       "att anta planen"},
      {"Vi yrkar därför att kommunfullmäktige beslutar att utreda",
       "Kommunfullmäktige",
       {},
       "att utreda"},
      {"Kontoret föreslår vidare att kommunstyrelsen för egen del beslutar att justera",
       "Kommunstyrelsen",
       {},
       "att justera"},
      {"Förvaltningen föreslår att nämnden beslutar godkänna", "", {}, "godkänna"},
      {"Socialnämnden föreslår kommunstyrelsen att anslå medel",
       "Kommunstyrelsen",
       {"Socialnämnden"},
       "att anslå medel"},
      {"Kommunstyrelsen tillstyrker förslag till beslut i kommunfullmäktige:",
       "Kommunfullmäktige",
       {"Kommunstyrelsen"},
       ""},
  };
  for (const auto& row : kRows) {
    INFO(row.text);
    const auto opener = openers.proposing(row.text);
    REQUIRE(opener.has_value());
    CHECK(opener->decider == row.decider);
    CHECK(opener->via == row.via);
    CHECK(std::string(row.text).substr(opener->clause) == row.rest);
  }
  CHECK_FALSE(openers.proposing("Länsstyrelsen föreslår en ny väg").has_value());
  CHECK_FALSE(
      openers.proposing("I mars 2021 beslutade Kommunstyrelsen att utvidga målen").has_value());
}

TEST_CASE("openers: a body that decides, a member who moves, a label") {
  const DecisionOpeners openers(rules());
  CHECK(openers.deciding("Socialnämnden beslutar:")->decider == "Socialnämnden");
  CHECK(openers.deciding("KF beslutar för egen del att avslå")->scope == "för egen del");
  CHECK_FALSE(openers.deciding("Länsstyrelsen beslutar att").has_value());
  CHECK(std::string("Jag yrkar att vi utreder")
            .substr(openers.moving("Jag yrkar att vi utreder")->clause) == "att vi utreder");
  CHECK(openers.moving("Med hänvisning till ovanstående hemställer undertecknad:").has_value());
  CHECK_FALSE(openers.moving("Moderaterna vill att skolan byggs").has_value());
  CHECK(openers.label("Att: Kommunstyrelsen uppdrar")->clause == 5);
  CHECK(openers.label("En till beslutssats:").has_value());
  CHECK_FALSE(openers.label("Att sluta röka är svårt").has_value());
}
