#include "extractors/minutes_sentences.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "document_builder.h"

using namespace diarium;

namespace {

const RuleBook& rules() {
  static const RuleBook book = RuleBook::built_in();
  return book;
}

std::vector<std::string> people(std::string_view text) {
  return people_in(text, PersonNames(rules()), rules());
}

using People = std::vector<std::string>;

}  // namespace

TEST_CASE("minutes sentences: each knows its section and its §") {
  const Document document = document_of(
      DocumentKind::protokoll,
      "@ § 42\n#yrkanden Yrkanden\nEva Ek (S) yrkar bifall. Bo Al (M) avslag.\n| Eva Ek");
  const auto sentences = minutes_sentences(document, rules());
  REQUIRE(sentences.size() == 2);
  CHECK(sentences[1].text == "Bo Al (M) avslag.");
  CHECK(sentences[1].section == SectionKind::yrkanden);
  CHECK(sentences[1].item == "§ 42");
  CHECK(document.text.slice(sentences[1].span) == sentences[1].text);
}

TEST_CASE("minutes sentences: other documents have none") {
  const Document document = document_of(DocumentKind::motion, "Eva Ek (S) yrkar bifall.");
  CHECK_FALSE(is_minutes(document));
  CHECK(minutes_sentences(document, rules()).empty());
}

TEST_CASE("minutes sentences: members, or else parties and groups") {
  CHECK(people("Eva Ek (S) och Bo Al (M) med Moderaterna") == People{"Eva Ek (S)", "Bo Al (M)"});
  CHECK(people("Mot beslutet reserverar sig SD-gruppen") == People{"SD-gruppen"});
  CHECK(people("Samtliga ledamöter för M och KD reserverar sig") ==
        People{"Samtliga ledamöter för M och KD"});
  CHECK(people("Nämnden yrkar").empty());
  CHECK(printed_name({"Eva Ek", "", {}}) == "Eva Ek");
}

TEST_CASE("minutes sentences: one party in parentheses may be that of all who are named before") {
  CHECK(people("Eva Ek och Bo Al (båda S) reserverar sig") == People{"Eva Ek (S)", "Bo Al (S)"});
  CHECK(people("Eva Ek, Bo Al och Cia Dal (samtliga M) samt Dan Ek (V)") ==
        People{"Eva Ek (M)", "Bo Al (M)", "Cia Dal (M)", "Dan Ek (V)"});
}

TEST_CASE("minutes sentences: who speaks for others is named with the party") {
  CHECK(people("Ordföranden Eva Ek m.fl. (S) och Bo Al (V) yrkar") ==
        People{"Eva Ek (S)", "Bo Al (V)"});
}
