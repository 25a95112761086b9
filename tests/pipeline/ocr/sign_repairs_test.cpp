#include "pipeline/ocr/sign_repairs.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "typed_words.h"

using namespace diarium;

namespace {

std::string repaired(const std::string& page) {
  std::string text;
  for (const Word& word : with_signs_repaired(words_of(page))) {
    text += (text.empty() ? "" : " ") + word.text;
  }
  return text;
}

}  // namespace

TEST_CASE("sign repairs: numbers and letters that may be what they say stay") {
  for (const std::string& page : std::vector<std::string>{
           "8 42 elever", "Grupp 8 möts", "5 S 12", "Budget 8 450 kr", "§ 41 Upprop\n8 450 kr",
           "Anna Ek (S) 12 röster", "2 kap. Allmänt", "$ och annat", "Ilka 4l st", "Kelly Qvist",
           "namn@almvik.se", "Yıldız Şahin", "A4l"}) {
    INFO(page);
    std::string same = page;
    std::replace(same.begin(), same.end(), '\n', ' ');
    CHECK(repaired(page) == same);
  }
}

TEST_CASE("sign repairs: fractions of one sign") {
  CHECK(repaired("7 1⁄2 timme") == "7 ½ timme");
  CHECK(repaired("mellan 1⁄4 och 3⁄4,") == "mellan ¼ och ¾,");
  CHECK(repaired("7 Y2 timme") == "7 ½ timme");
  CHECK(repaired("hus Y2 och 1/2") == "hus Y2 och 1/2");
}

TEST_CASE("sign repairs: a 5 of old style figures") {
  CHECK(repaired("enligt 3 kap. s § skollagen") == "enligt 3 kap. 5 § skollagen");
  CHECK(repaired("av 4 ṣ00 personer") == "av 4 ṣ00 personer");
  CHECK(repaired("år 20ṣ0") == "år 2050");
  CHECK(repaired("s § kap. s") == "s § kap. s");
}

TEST_CASE("sign repairs: percent, mail, digits, a dotless i") {
  CHECK(repaired("minst 16 °/o av eleverna") == "minst 16 % av eleverna");
  CHECK(repaired("registratorQalmvik.se") == "registrator@almvik.se");
  CHECK(repaired("skriv till registratorQ almvik.se") == "skriv till registrator@almvik.se");
  CHECK(repaired("- kommun Q almvik.example") == "- kommun@almvik.example");
  CHECK(repaired("Q almvik.se") == "Q almvik.se");
  CHECK(repaired("läs på almvik.se") == "läs på almvik.se");
  CHECK(repaired("den 3 juni 20l9 är 6ş år") == "den 3 juni 2019 är 65 år");
  CHECK(repaired("Som jämföre!se kan nämnas") == "Som jämförelse kan nämnas");
  CHECK(repaired("Ja! sade hon") == "Ja! sade hon");
  CHECK(repaired("Välkommen! Anna") == "Välkommen! Anna");
  CHECK(repaired("aktıvitetsansvaret") == "aktivitetsansvaret");
}

TEST_CASE("sign repairs: what was read is kept, and trusted less") {
  const auto words = with_signs_repaired(words_of("9 $ skollagen"));
  CHECK(words[1].raw == "$");
  CHECK(words[1].confidence == Approx(0.6));
  CHECK(words[0].raw.empty());
  CHECK(words[0].confidence == Approx(0.9));
}

TEST_CASE("sign repairs: an accent that Swedish doesn't have is a ring or dots") {
  CHECK(repaired("Nämnden fàr i uppdrag") == "Nämnden får i uppdrag");
  CHECK(repaired("Kommunen i Almàs\nställer till Almås.") ==
        "Kommunen i Almås ställer till Almås.");
  CHECK(repaired("fórslag till beslut") == "förslag till beslut");
}

TEST_CASE("sign repairs: names from abroad and à keep their accents") {
  for (const std::string text :
       {"Zoltán Kovács yrkar bifall", "tolv månader à 50 kr", "Ett résumé"})
    CHECK(repaired(text) == text);
}
