#include "extractors/signatures_grammar.h"

#include <catch2/catch.hpp>

using namespace diarium;

namespace {

const SignatureGrammar& grammar() {
  static const RuleBook rules = RuleBook::built_in();
  static const SignatureGrammar instance(rules);
  return instance;
}

constexpr auto kPrinted = SignatureGrammar::Origin::printed;
constexpr auto kScanned = SignatureGrammar::Origin::scanned;

}  // namespace

TEST_CASE("signature grammar: lines that name a group") {
  const struct {
    const char* line;
    const char* party;
    const char* body;
  } kRows[] = {
      {"För Vänsterpartiet i Kommunstyrelsen", "V", "Kommunstyrelsen"},
      {"För Sverigedemokraterna,", "SD", ""},
      {"Moderaterna", "M", ""},
      {"Allianspartierna i Almvik", "", ""},
      {"Socialdemokraterna i Almvik:", "S", ""},
      {"Centerpartiets fullmäktigegrupp", "C", ""},
      {"Miljöpartiet de gröna", "MP", ""},
  };
  for (const auto& row : kRows) {
    INFO(row.line);
    const auto group = grammar().group(row.line);
    REQUIRE(group.has_value());
    CHECK(group->party == row.party);
    CHECK(group->body == row.body);
  }
  for (const char* line :
       {"För kännedom", "Eva Ek", "Moderaterna vill att skolan byggs", "Kommunstyrelsen"}) {
    INFO(line);
    CHECK_FALSE(grammar().group(line).has_value());
  }
}

TEST_CASE("signature grammar: lines that name a role") {
  const struct {
    const char* line;
    const char* body;
    bool elected;
  } kRows[] = {
      {"Ordförande", "", true},
      {"tf. förvaltningschef", "", false},
      {"Socialnämndens Ordförande", "Socialnämnden", true},
      {"Ledamot, kommunstyrelsen", "Kommunstyrelsen", true},
      {"1:e vice ordförande i kommunstyrelsen", "Kommunstyrelsen", true},
      {"Ordförande i Stiftelsen Lyktan/", "", true},
      {"Avfallsingenjör", "", false},
  };
  for (const auto& row : kRows) {
    INFO(row.line);
    const auto role = grammar().role(row.line);
    REQUIRE(role.has_value());
    CHECK(role->body == row.body);
    CHECK(role->elected == row.elected);
  }
  for (const char* line : {"Eva Ek", "Moderaterna", "Telefon, växel", "", "Beslut"}) {
    INFO(line);
    CHECK_FALSE(grammar().role(line).has_value());
  }
}

TEST_CASE("signature grammar: names, greetings, what a signing service prints") {
  CHECK(grammar().read("Eva Ek (S), kommunalråd", kPrinted).role->text == "kommunalråd");
  const SignatureLine greeted = grammar().read("Med vänlig hälsning, Eva Ek", kPrinted);
  CHECK(greeted.regards);
  REQUIRE(greeted.persons.size() == 1);
  CHECK(greeted.persons[0].span == Span{23, 29});
  CHECK(grammar().read("Digitalt signerad av Eva Ek", kPrinted).persons.size() == 1);
  CHECK(grammar().read("0123-45 67 89", kPrinted).contact);
  CHECK(grammar().read("~/ Eva Ek _", kPrinted).persons.empty());
  CHECK(grammar().read("~/ Eva Ek _", kScanned).noisy);
  CHECK(grammar().read("Eva Ek skrev detta", kScanned).persons.empty());
  CHECK(grammar().is_regards("Vänliga hälsningar"));
  CHECK_FALSE(grammar().is_regards("Vänlighet"));
}
