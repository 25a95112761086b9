#include "extractors/amendments_in_words.h"

#include <catch2/catch.hpp>
#include <string>

#include "document_builder.h"

using namespace diarium;

namespace {

using Said = std::vector<std::string>;

Document proposal(std::string_view text) {
  return document_of(DocumentKind::alternativt_forslag, text);
}

std::vector<Finding> findings_in(const Document& document) {
  static const RuleBook rules = RuleBook::built_in();
  return amendments_in_words(document, document.paragraphs.front(), rules);
}

/// "replace: old -> new"
Said said_in(std::string_view text) {
  Said said;
  for (const Finding& finding : findings_in(proposal(text))) {
    const auto& amendment = std::get<Amendment>(finding.record);
    said.push_back(amendment.operation + ": " + amendment.old_text + " -> " + amendment.new_text);
  }
  return said;
}

}  // namespace

TEST_CASE("amendments in words: words that take the place of others") {
  for (const char* text :
       {"att ordet ”bör” ersätts med ”ska” i punkt 3", "att ”bör” ska ersättas med ordet ”ska”",
        "att ändra \"bör\" till \"ska\"", "att byta ut ”bör” mot ”ska”",
        "I målbilden byts ”bör” ut mot ”ska”."}) {
    INFO(text);
    CHECK(said_in(text) == Said{"replace: bör -> ska"});
  }
}

TEST_CASE("amendments in words: words that are to go") {
  for (const char* text :
       {"att meningen ”Planen gäller.” stryks", "att stryka meningen ”Planen gäller.”",
        "att ta bort ”Planen gäller.” på sidan 4", "Texten ”Planen gäller.” utgår."}) {
    INFO(text);
    CHECK(said_in(text) == Said{"delete: Planen gäller. -> "});
  }
}

TEST_CASE("amendments in words: several in one sentence, which is their context") {
  const Document document =
      proposal("Så här. Vi vill att ”bör” ersätts med ”ska” och att ”vid behov” stryks. Bra så.");
  const auto findings = findings_in(document);
  REQUIRE(findings.size() == 2);
  CHECK(document.text.slice(findings[0].span) == "”bör” ersätts med ”ska”");
  CHECK(std::get<Amendment>(findings[1].record).old_text == "vid behov");
  CHECK(std::get<Amendment>(findings[0].record).context ==
        "Vi vill att ”bör” ersätts med ”ska” och att ”vid behov” stryks.");
}

TEST_CASE("amendments in words: what was changed once, and other quotations, are none") {
  CHECK(said_in("Namnet ”Hamnen” ändrades till ”Kajen” år 2010.").empty());
  CHECK(said_in("Mellan ”bör” och ”ska” är det skillnad, sa ”Eva”.").empty());
  CHECK(said_in("Målområdet ”Arbete” går från ”god” till ”bättre”.").empty());
}
