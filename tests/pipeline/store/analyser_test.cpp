#include "pipeline/store/analyser.h"

#include <catch2/catch.hpp>
#include <iostream>

#include "models/unicode.h"

namespace diarium {
namespace {

std::vector<std::string> forms(std::string_view text) {
  std::vector<std::string> forms;
  for (const IndexedWord& word : indexed_words(text)) forms.push_back(word.form);
  return forms;
}

using Forms = std::vector<std::string>;

}  // namespace

TEST_CASE("analyser: what it forgets it finds anew") {
  Analyser analyser;
  const std::string tokens(analyser.tokens_of("skolorna"));
  CHECK(analyser.take_new_words() == std::vector<std::string>{"skolorna"});
  analyser.forget();
  CHECK(analyser.tokens_of("skolorna") == tokens);
  CHECK(analyser.take_new_words() == std::vector<std::string>{"skolorna"});
}

TEST_CASE("analyser: a text is cut into words as a reader would") {
  CHECK(forms("Å, ä och Ö!") == Forms{"å", "ä", "och", "ö"});
  CHECK(forms("Dnr KS 2019-00665 1.4.2.0") == Forms{"dnr", "ks", "2019-665", "1.4.2.0"});
  CHECK(forms("2019/665 2019:665 2019-05-11 2019/20") ==
        Forms{"2019-665", "2019:665", "2019-05-11", "2019-20"});
  CHECK(forms("1 100 000 kr, 20,5 %") == Forms{"1100000", "kr", "20,5"});
  CHECK(forms("1\u00A0100\u00A0000") == Forms{"1100000"});
  CHECK(forms("den 3 2024 och 12 1234") == Forms{"den", "3", "2024", "och", "12", "1234"});
  CHECK(forms("EU:s och kl. 17:00") == Forms{"eu", "och", "kl", "17:00"});
  CHECK(forms("kommun\u00ADstyrelsen Sverige-resa") == Forms{"kommunstyrelsen", "sverige", "resa"});
  CHECK(forms("slut. 5") == Forms{"slut", "5"});
  CHECK(forms("").empty());
}

TEST_CASE("analyser: a word says which bytes it stands on") {
  const auto words = indexed_words("på 1 100 kr");
  REQUIRE(words.size() == 3);
  CHECK(words[0].span == Span{0, 3});
  CHECK(words[1].span == Span{4, 9});
  CHECK(words[2].span == Span{10, 12});
}

TEST_CASE("analyser: inflections share a stem") {
  const std::vector<Forms> families{
      {"beslut", "beslutet", "besluten", "beslutets", "beslutar", "beslöt"},
      {"förslag", "förslaget", "förslagen"},
      {"stöd", "stödet", "stödets"},
      {"ärende", "ärendet", "ärenden", "ärendets"},
      {"mål", "målet", "målen"},
      {"budget", "budgeten", "budgetens"},
      {"kvalitet", "kvaliteten"},
      {"ledamot", "ledamöter", "ledamöterna"},
      {"bok", "böcker", "boken"},
      {"nämnd", "nämnden", "nämnder", "nämndens"},
      {"hemlös", "hemlöshet", "hemlösa", "hemlösheten"},
      {"förälder", "föräldrar", "föräldrarna"},
  };
  for (const Forms& family : families) {
    for (const std::string& form : family) {
      CAPTURE(form);
      CHECK(stem_of(form) == stem_of(family[0]));
    }
  }
}

TEST_CASE("analyser: with a dictionary also forms share a stem that no ending tells of") {
  Analyser analyser;
  if (analyser.dictionary().empty()) {
    std::cout << "skipped: no hunspell-sv\n";
    return;
  }
  const std::vector<Forms> families{
      {"avtal", "avtalet", "avtalen", "avtalets"},
      {"nämndledamot", "nämndledamöter", "nämndledamöterna"},
      {"tjänsteman", "tjänstemän", "tjänstemännen", "tjänstemännens"},
      {"läroverk", "läroverket", "läroverkens"},
      {"cykelväg", "cykelvägar", "cykelvägarna"},
      {"upphandling", "upphandlingar", "upphandlingens"},
      {"centrum", "centret", "centra"},
      {"besluta", "beslutade", "beslutas", "beslöt"},
      {"avslå", "avslår", "avslog", "avslagit", "avslås"},
      {"huvudman", "huvudmän", "huvudmannen"},
      {"verksamhet", "verksamheten", "verksamheternas"},
      {"protokoll", "protokollet", "protokollen"},
      {"vård", "vården", "vårdens"},
      {"bostad", "bostäder", "bostaden", "bostädernas"},
      {"uppdrag", "uppdraget", "uppdragets"},
      {"kostnad", "kostnader", "kostnaderna"},
      {"allmän", "allmänna"},
      {"ny", "nya", "nytt"},
      {"god", "goda", "gott"},
      {"skriva", "skriver", "skrev", "skrivit"},
      {"göra", "gjorde", "gjort"},
      {"välja", "valde", "valdes", "valt"},
      {"uppdra", "uppdrog", "uppdrogs"},
      {"vidta", "vidtas", "vidtog", "vidtagit"},
      {"delta", "deltog", "deltagit"},
  };
  for (const Forms& family : families) {
    for (const std::string& form : family) {
      CAPTURE(form);
      CHECK(analyser.stem(form) == analyser.stem(family[0]));
    }
  }
  CHECK(analyser.stem("plan") != analyser.stem("planet"));
  CHECK(analyser.stem("allmän") != analyser.stem("allman"));
}

TEST_CASE("analyser: words that differ in å ä ö keep apart") {
  CHECK(stem_of("mål") != stem_of("mal"));
  CHECK(stem_of("för") != stem_of("for"));
  CHECK(stem_of("plan") != stem_of("planet"));
  CHECK(stem_of("2019-00665") == "2019-00665");
}

TEST_CASE("analyser: the stem comes first, then the form itself") {
  Analyser analyser;
  CHECK(analyser.tokens_of("beslutet") == "beslut =beslutet");
  CHECK(analyser.fingerprint() == Analyser().fingerprint());
}

}  // namespace diarium
