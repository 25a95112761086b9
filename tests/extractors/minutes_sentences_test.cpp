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
  CHECK(people("Nämnden yrkar").empty());
  CHECK(printed_name({"Eva Ek", "", {}}) == "Eva Ek");
}
