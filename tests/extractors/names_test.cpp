#include "extractors/names.h"

#include <catch2/catch.hpp>

using namespace diarium;

TEST_CASE("names: lines that are a person") {
  const RuleBook rules = RuleBook::built_in();
  const PersonNames names(rules);
  for (const char* line : {"Lars-Åke Berg", "Karin af Ugglas", "Jan O. Ek", "Peter N:son Lund",
                           "Shirin O'hara", "Margareta Udén Hoff", "EVA EK",
                           "Björn-Ola von der Esch", "Per  Sjö Dahl", "Åsa Ö Ström", "Inga Torn"}) {
    INFO(line);
    CHECK(names.person(line).has_value());
  }
}

TEST_CASE("names: lines that have capitals and are no person") {
  const RuleBook rules = RuleBook::built_in();
  const PersonNames names(rules);
  for (const char* line :
       {"Anna", "Almviks Kommun", "Med Vänlig", "Vice Ordförande", "Moderaterna Almvik", "Beslut",
        "Box 12", "Norra Förvaltningen", "Kommunstyrelsens Ordförande", "eva ek", "Eva Ek,",
        "Eva Ek är här", "Inga Handlingar", "Tisdag Juni", "SÄRSKILT YTTRANDE",
        "Alternativt Förslag", ""}) {
    INFO(line);
    CHECK_FALSE(names.person(line).has_value());
  }
}

TEST_CASE("names: the party behind a name is taken by its code") {
  const RuleBook rules = RuleBook::built_in();
  const PersonNames names(rules);
  CHECK(names.person("Nils Löw (S)") == PersonName{"Nils Löw", "S", {0, 13}});
  CHECK(names.person(" Nils Löw ( sd ) ")->party == "SD");
  CHECK(names.person("Nils Löw(fp)")->party == "FP");
  CHECK(names.person("Nils Löw (Xyz)")->party == "Xyz");
  CHECK(names.party_code("vänsterpartiets") == "V");
  CHECK(names.party_code("Bondepartiet").empty());
}

TEST_CASE("names: two persons on one line, and longer lists") {
  const RuleBook rules = RuleBook::built_in();
  const PersonNames names(rules);
  const auto two = names.persons("Eva Ek och Nils Löw");
  REQUIRE(two.size() == 2);
  CHECK(two[0].name == "Eva Ek");
  CHECK(two[1].name == "Nils Löw");
  CHECK(two[1].span == Span{11, 20});
  CHECK(names.persons("Eva Ek (S), Nils Löw (M) och Åsa Öman (V)").size() == 3);
  CHECK(names.persons("Eva Ek, ordförande").empty());
  CHECK(names.persons("Eva Ek").size() == 1);
  const auto member = names.persons("Eva Ek, Liberalerna");
  REQUIRE(member.size() == 1);
  CHECK(member[0].party == "L");
}

TEST_CASE("names: a party's letters behind a comma, unless they are small") {
  const RuleBook rules = RuleBook::built_in();
  const PersonNames names(rules);
  const auto member = names.persons("Eva Ek, MP");
  REQUIRE(member.size() == 1);
  CHECK(member[0].party == "MP");
  CHECK(names.persons("Eva Ek, m").empty());
}

TEST_CASE("names: a name is found among what a scanner made of a scribble") {
  const RuleBook rules = RuleBook::built_in();
  const PersonNames names(rules);
  const auto found = names.persons_within("~~ /l Eva Ek (S) =_");
  REQUIRE(found.size() == 1);
  CHECK(found[0].name == "Eva Ek");
  CHECK(found[0].party == "S");
}

TEST_CASE("names: a title with a capital before a name is no part of it") {
  static const RuleBook book = RuleBook::built_in();
  const std::string line = "Ordföranden Eva Ek (S) och Ledamöterna Bo Al (M), Cia Dal (V) röstar";
  std::vector<std::string> found;
  for (const PersonName& person : PersonNames(book).persons_within(line)) {
    found.push_back(person.name);
    CHECK(line.substr(person.span.begin, person.span.size()).starts_with(person.name));
  }
  CHECK(found == std::vector<std::string>{"Eva Ek", "Bo Al", "Cia Dal"});
}

TEST_CASE("names: letters that are the initials of a name") {
  CHECK(are_initials("ÅH", "Åsa Hjort"));
  CHECK(are_initials("ELE", "Eva Lund Ek"));
  CHECK_FALSE(are_initials("HOP", "Eva Ek"));
  CHECK_FALSE(are_initials("S", "Sara"));
  CHECK_FALSE(are_initials("", ""));
}

TEST_CASE("names: a service that ends as offices do is nobody") {
  const RuleBook rules = RuleBook::built_in();
  CHECK_FALSE(PersonNames(rules).person("Räddningstjänsten Kusten"));
}
