#include "pipeline/ocr/missing_words.h"

#include <catch2/catch.hpp>

namespace diarium {
namespace {

Word word_at(std::string text, Rect box) {
  return {.text = std::move(text), .box = box};
}

}  // namespace

TEST_CASE("missing words: what the page has itself is not read a second time") {
  const std::vector<Word> words = with_missing_words(
      {word_at("Beslut", {72, 100, 110, 112}), word_at("om", {114, 100, 130, 112})},
      {word_at("Besiut", {72, 101, 111, 111}), word_at("Rubrik", {72, 60, 120, 76}),
       word_at("plan", {134, 100, 160, 112})});
  REQUIRE(words.size() == 4);
  CHECK(words[0].text == "Beslut");
  CHECK(words[2].text == "Rubrik");
  CHECK(words[3].text == "plan");
}

TEST_CASE("missing words: a page without words of its own has all that was read") {
  CHECK(with_missing_words({}, {word_at("a", {0, 0, 9, 9})}).size() == 1);
  CHECK(with_missing_words({word_at("a", {0, 0, 9, 9})}, {}).size() == 1);
}

}  // namespace diarium
