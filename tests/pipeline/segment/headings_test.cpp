#include "pipeline/segment/headings.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/segment/written_pages.h"

using namespace diarium;

TEST_CASE("headings: what stands under a heading, by its words") {
  const Headings headings(shipped_rules());
  const std::vector<std::pair<std::string, SectionKind>> known{
      {"Sammanfattning", SectionKind::summary},
      {"SAMMANFATTNING", SectionKind::summary},
      {"Ärendet i sin helhet", SectionKind::matter},
      {"2.1 Bakgrund", SectionKind::matter},
      {"1 Inledning", SectionKind::matter},
      {"Beslutsunderlag:", SectionKind::basis},
      {"Socialnämndens beslut", SectionKind::decision},
      {"TEKNISKA FÖRVALTNINGENS FÖRSLAG TILL BESLUT", SectionKind::decision},
      {"§ Ärenderubrik Diarienummer", SectionKind::agenda},
      {"Förslag till beslut i skolnämnden", SectionKind::decision},
      {"Barn- och utbildningsnämndens beslut:", SectionKind::decision},
      {"Förvaltningens förslag till beslut", SectionKind::decision},
      {"Kommunstyrelsens förslag till kommunfullmäktige", SectionKind::decision},
      {"S AM VE R KAN", SectionKind::consultation},
      {"Beslutet ska skickas till", SectionKind::recipients},
      {"Propositionsordning", SectionKind::proposition},
      {"Deltar ej i beslutet", SectionKind::abstention},
  };
  for (const auto& [line, section] : known) {
    INFO(line);
    CHECK(headings.section_of(line) == section);
  }
}

TEST_CASE("headings: other words are no known heading") {
  const Headings headings(shipped_rules());
  for (const char* line :
       {"Beslutet att sluta är svårt", "Kommunfullmäktiges beslut 2024-04-25, § 79", "Målområde 1",
        "", "Vi behöver en sammanfattning"}) {
    INFO(line);
    CHECK_FALSE(headings.section_of(line));
  }
}

TEST_CASE("headings: letter-spaced words are put together") {
  CHECK(without_letter_spacing("PRO T OK OL L") == "PROTOKOLL");
  CHECK_FALSE(without_letter_spacing("Ett vanligt ord"));
  CHECK_FALSE(without_letter_spacing("§ 42"));
}

TEST_CASE("headings: the § of minutes, not the § of a law") {
  const Headings headings(shipped_rules());
  CHECK(headings.minutes_header("§ 42 Budget 2025")->item == "§ 42");
  CHECK(headings.minutes_header("§ 42 Budget 2025")->rest == "Budget 2025");
  CHECK(headings.minutes_header("KS § 116A")->item == "§ 116a");
  CHECK(headings.minutes_header("Kf §12")->item == "§ 12");
  CHECK(headings.minutes_header("§ 63/24 Fastställande av dagordning")->item == "§ 63");
  for (const char* line : {"enligt § 42 kommunallagen", "6 § förvaltningslagen", "§§ 12-14"}) {
    INFO(line);
    CHECK_FALSE(headings.minutes_header(line));
  }
}

TEST_CASE("headings: clauses that open a decision, as far as they reach") {
  const Headings headings(shipped_rules());
  const std::vector<std::pair<std::string, std::string>> openers{
      {"Med anledning av ovanstående föreslås Kommunstyrelsen besluta:",
       "Med anledning av ovanstående föreslås Kommunstyrelsen besluta:"},
      {"Träden behövs. Därför föreslås Kommunstyrelsen föreslå kommunfullmäktige besluta",
       "Därför föreslås Kommunstyrelsen föreslå kommunfullmäktige besluta"},
      {"Socialnämnden beslutar att", "Socialnämnden beslutar att"},
      {"Att: Nämnden uppdrar åt förvaltningen att räkna träd.", "Att:"},
      {"Vi vill ha fler träd. Vi yrkar därför att kommunfullmäktige beslutar att",
       "Vi yrkar därför att kommunfullmäktige beslutar att"},
  };
  for (const auto& [text, opener] : openers) {
    INFO(text);
    const auto span = headings.decision_opener(text);
    REQUIRE(span);
    CHECK(text.substr(span->begin, span->size()) == opener);
  }
  for (const char* text :
       {"Det föreslås att nämnden beslutar senare.",
        "I mars beslutade Kommunstyrelsen att utvidga arbetet.", "Att arbeta med träd tar tid."}) {
    INFO(text);
    CHECK_FALSE(headings.decision_opener(text));
  }
}

TEST_CASE("headings: a § misread by a scanner is known by the number before it") {
  static const RuleBook book = RuleBook::built_in();
  const Headings headings(book);
  CHECK(headings.misread_minutes_header("8 62 Ekonomi", "§ 61")->item == "§ 62");
  CHECK(headings.misread_minutes_header("S 62", "§ 61")->rest.empty());
  CHECK_FALSE(headings.misread_minutes_header("8 63 Ekonomi", "§ 61"));
  CHECK_FALSE(headings.misread_minutes_header("8 62 Ekonomi", ""));
}
