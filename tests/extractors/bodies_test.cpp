#include "extractors/bodies.h"

#include <catch2/catch.hpp>

using namespace diarium;

TEST_CASE("bodies: a name in any form gives the basic form") {
  const RuleBook rules = RuleBook::built_in();
  const Bodies bodies(rules);
  const struct {
    const char* printed;
    const char* name;
  } kRows[] = {
      {"Kommunstyrelsen", "Kommunstyrelsen"},
      {"kommunstyrelsens", "Kommunstyrelsen"},
      {"KS", "Kommunstyrelsen"},
      {"KF", "Kommunfullmäktige"},
      {"KOMMUNFULLMÄKTIGES", "Kommunfullmäktige"},
      {"Fritids- och folkhälsonämnden", "Fritids- och folkhälsonämnden"},
      {"fritids- och folkhälsonämndens", "Fritids- och folkhälsonämnden"},
      {"KULTUR- OCH FRITIDSNÄMNDEN", "Kultur- och fritidsnämnden"},
      {"Kultur-, fritids- och ungdomsnämnden", "Kultur-, fritids- och ungdomsnämnden"},
      {"Vård och omsorgsnämndens", "Vård och omsorgsnämnden"},
      {"äldrenämnden", "Äldrenämnden"},
      {"Miljönämndens arbetsutskott", "Miljönämndens arbetsutskott"},
      {"Miljönämndens arbetsutskotts", "Miljönämndens arbetsutskott"},
      {"Tekniska nämnden", "Tekniska nämnden"},
      {"tekniska nämndens", "Tekniska nämnden"},
      {"SOCIALA UTSKOTTET", "Sociala utskottet"},
      {"Norra stadsdelsnämndens", "Norra stadsdelsnämnden"},
      {"Tekniska nämndens arbetsutskott", "Tekniska nämndens arbetsutskott"},
      {"arbetsutskottet", "Arbetsutskottet"},
      {"KSAU", "Kommunstyrelsens arbetsutskott"},
  };
  for (const auto& row : kRows) {
    INFO(row.printed);
    CHECK(bodies.basic_form(row.printed).value_or("nothing") == row.name);
  }
}

TEST_CASE("bodies: authorities, offices and words that only look like a body are none") {
  const RuleBook rules = RuleBook::built_in();
  const Bodies bodies(rules);
  for (const char* printed :
       {"Socialstyrelsen", "Länsstyrelsens", "nämnden", "ks", "Nämnder", "Socialförvaltningen",
        "Kommunstyrelsen och Socialnämnden", "Anna Berg", ""}) {
    INFO(printed);
    CHECK_FALSE(bodies.basic_form(printed).has_value());
  }
}

TEST_CASE("bodies: a sentence names its bodies in order") {
  const RuleBook rules = RuleBook::built_in();
  const Bodies bodies(rules);
  const auto found = bodies.mentions(
      "Socialnämnden och kommunstyrelsen föreslår KF att upphäva Barn- och utbildningsnämndens "
      "beslut; nämnden väntar.");
  REQUIRE(found.size() == 5);
  CHECK(found[0].name == "Socialnämnden");
  CHECK(found[1].name == "Kommunstyrelsen");
  CHECK(found[2].name == "Kommunfullmäktige");
  CHECK(found[3].name == "Barn- och utbildningsnämnden");
  CHECK(found[3].genitive);
  CHECK(found[4].generic);
}

TEST_CASE("bodies: a committee is that of the body whose paper names it") {
  CHECK(body_in_context("Arbetsutskottet", "Socialnämnden") == "Socialnämndens arbetsutskott");
  CHECK(body_in_context("Arbetsutskottet", "Kommunstyrelsen") == "Kommunstyrelsens arbetsutskott");
  CHECK(body_in_context("Arbetsutskottet", "Kommunfullmäktige") ==
        "Kommunstyrelsens arbetsutskott");
  CHECK(body_in_context("Arbetsutskottet", "Miljönämndens arbetsutskott") ==
        "Miljönämndens arbetsutskott");
  CHECK(body_in_context("Arbetsutskottet", "") == "Arbetsutskottet");
  CHECK(body_in_context("Socialnämnden", "Kommunstyrelsen") == "Socialnämnden");
}
