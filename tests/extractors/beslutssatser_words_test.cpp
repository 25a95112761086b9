#include "extractors/beslutssatser_words.h"

#include <catch2/catch.hpp>

using namespace diarium;

TEST_CASE("clause words: words, quotes and sentences") {
  const std::string text = "Godkänna ”Ärende 1” bl.a. för KS-staben. Nästa år.";
  const ClauseWords words = words_of(text);
  REQUIRE(words.words.size() == 9);
  CHECK(words.words[0].lower == "godkänna");
  CHECK(words.words[1].quoted);
  CHECK_FALSE(words.words[3].quoted);
  CHECK(words.words[6].lower == "ks-staben");
  REQUIRE(words.sentences.size() == 2);
  CHECK(words.sentences[1] == Span{7, 9});
  CHECK(printed(text, words, {1, 3}) == "Ärende 1");
  CHECK(printed(text, words, {2, 2}).empty());
  CHECK(gap_before(text, words, 3) == "” ");
  CHECK(gap_before(text, words, 0).empty());
  CHECK(words_of("").words.empty());
}
