#include "pipeline/store/name_likeness.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

namespace diarium {

TEST_CASE("name likeness: case, hyphens, full stops and blanks don't make another name") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"Lars-Gunnar Comén", "lars gunnar comén"},
      {"LARS-GUNNAR  COMÉN", "lars gunnar comén"},
      {"Lars- Gunnar Comén ", "lars gunnar comén"},
      {"A. Ek", "a ek"},
      {"A.Ek", "a ek"},
      {"Fritids- och folkhälsonämnden", "fritids och folkhälsonämnden"},
      {" - ", ""}};
  for (const auto& [printed, key] : cases) CHECK(name_key(printed) == key);
}

TEST_CASE("name likeness: a party in parentheses is no part of the name") {
  CHECK(printed_name("Eva Ek (S)").spelling == "Eva Ek");
  CHECK(printed_name("Eva Ek (S)").party == "S");
  CHECK(printed_name("Eva Ek").party.empty());
  CHECK(printed_name("Eva (Evelina) Ek").spelling == "Eva (Evelina) Ek");
}

TEST_CASE("name likeness: persons that may be one, and why") {
  struct Case {
    std::string a;
    std::string party_of_a;
    std::string b;
    std::string party_of_b;
    std::string reason;
  };
  const std::vector<Case> cases{
      {"eva ek", "S", "eva ek", "", "party_missing"},
      {"eva ek", "S", "eva ek", "V", "other_party"},
      {"åke göransson", "S", "ake goransson", "S", "dots"},
      {"rolf wetterlind", "", "rolf wetteriind", "", "letter"},
      {"rolf lindbom", "S", "rolf lindborn", "", "letter"},
      {"anna maria ek", "", "annamaria ek", "", "joined"},
      {"a ek", "S", "anna ek", "S", "initial"},
      {"anna m ek", "", "anna maria ek", "", "initial"},
      {"anna berg", "S", "anna ek berg", "S", "shorter"},
      {"anna ek", "S", "anna ek berg", "S", "shorter"},
      {"lars comén", "", "lars gunnar comén", "", "shorter"},
      {"ek", "S", "anna ek", "S", "shorter"},
      // Not enough to go by.
      {"ek", "S", "anna ek", "", ""},
      {"rolf lindbom", "S", "rolf lindborn", "M", ""},
      {"anna ek", "", "anna ed", "", ""},
      {"bo ek", "", "bå eka", "", ""},
      {"anna ek", "", "bodil ek", "", ""},
      {"anna lind", "", "anna lund berg", "", ""},
      {"berg anna", "", "anna berg", "", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.a, c.b);
    CHECK(person_likeness(c.a, c.party_of_a, c.b, c.party_of_b) == c.reason);
    CHECK(person_likeness(c.b, c.party_of_b, c.a, c.party_of_a) == c.reason);
  }
}

TEST_CASE("name likeness: bodies that may be one, and why") {
  CHECK(body_likeness("socialnämnden", "socialnamnden") == "dots");
  CHECK(body_likeness("socialnämnden", "socialnämden") == "letter");
  CHECK(body_likeness("barn och utbildningsnämnden", "barnoch utbildningsnämnden") == "joined");
  CHECK(body_likeness("barn och utbildningsnämnden", "utbildningsnämnden").empty());
  CHECK(body_likeness("socialnämnden", "miljönämnden").empty());
}

}  // namespace diarium
