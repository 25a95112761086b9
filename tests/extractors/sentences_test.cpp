#include "extractors/sentences.h"

#include <catch2/catch.hpp>
#include <string>

using namespace diarium;

namespace {

/// The sentence of `text` that holds `word`.
std::string sentence_with(const std::string& word, const std::string& text) {
  static const RuleBook book = RuleBook::built_in();
  const Span span = sentence_around(text, text.find(word), book);
  return text.substr(span.begin, span.size());
}

}  // namespace

TEST_CASE("sentences: from one stop to the next") {
  const std::string text = "Hamnen växer. Taxan höjs! Varför då? Det frågar många.";
  CHECK(sentence_with("Hamnen", text) == "Hamnen växer.");
  CHECK(sentence_with("höjs", text) == "Taxan höjs!");
  CHECK(sentence_with("då", text) == "Varför då?");
  CHECK(sentence_with("många", text) == "Det frågar många.");
}

TEST_CASE("sentences: abbreviations, initials, dates and decimals end none") {
  for (const std::string text :
       {"Det gäller bl.a. Norra hamnen och kl. 17 stängs den.",
        "Ansvarig är A. Ek på fr.o.m. Måndag nämnda plats.",
        "Planen antogs den 3. maj av 2.5 personer, dvs. Nämnden.", "Se www.almvik.se för mer."}) {
    INFO(text);
    CHECK(sentence_with("a", text) == text);
  }
}

TEST_CASE("sentences: a parenthesis behind an abbreviation goes on with it") {
  CHECK(sentence_with("Eva", "Eva Ek m.fl. (S) yrkar bifall. Bo Al yrkar avslag.") ==
        "Eva Ek m.fl. (S) yrkar bifall.");
}

TEST_CASE("sentences: a letter that tells one choice from another is no initial") {
  CHECK(sentence_with("yrkar", "Eva Ek yrkar på alternativ B. Bo Al yrkar på alternativ A.") ==
        "Eva Ek yrkar på alternativ B.");
  CHECK(sentence_with("Se", "Se Bilaga A. Planen antas.") == "Se Bilaga A.");
}

TEST_CASE("sentences: an abbreviation at a sentence's end lets the next begin") {
  CHECK(sentence_with("skolor", "Det gäller skolor m.m. Nämnden beslutar.") ==
        "Det gäller skolor m.m.");
  CHECK(sentence_with("skolor", "Det gäller skolor m.m. i Almvik.") ==
        "Det gäller skolor m.m. i Almvik.");
}

TEST_CASE("sentences: closing marks belong to the sentence before") {
  CHECK(sentence_with("växer", "”Hamnen växer.” Taxan höjs.") == "”Hamnen växer.”");
  CHECK(sentence_with("höjs", "(Hamnen växer.) Taxan höjs") == "Taxan höjs");
}

TEST_CASE("sentences: all of a paragraph, one after another") {
  static const RuleBook book = RuleBook::built_in();
  const std::string text = "Hamnen växer.  Taxan höjs kl. 17! Och";
  CHECK(sentences_of(text, book) == std::vector<Span>{{0, 14}, {16, 35}, {36, 39}});
  CHECK(sentences_of("  ", book).empty());
}

TEST_CASE("sentences: an empty paragraph has an empty one") {
  static const RuleBook book = RuleBook::built_in();
  CHECK(sentence_around("", 0, book).empty());
}
