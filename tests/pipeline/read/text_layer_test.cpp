#include "pipeline/read/text_layer.h"

#include <catch2/catch.hpp>

#include <string>

namespace diarium {
namespace {

std::vector<Glyph> letters(const std::vector<std::string>& texts, Ink ink) {
  std::vector<Glyph> glyphs;
  for (const std::string& text : texts) {
    Glyph glyph;
    glyph.text = text;
    glyph.ink = ink;
    glyphs.push_back(glyph);
  }
  return glyphs;
}

}  // namespace

TEST_CASE("text layer: printed letters are believed, other layers are not") {
  CHECK(judge_text_layer({}) == TextLayer::absent);
  CHECK(judge_text_layer(letters({" ", " "}, Ink::seen)) == TextLayer::absent);
  CHECK(judge_text_layer(letters({"B", "e", "s", "l", "u", "t"}, Ink::seen)) == TextLayer::usable);
  CHECK(judge_text_layer(letters({"B", "e", "s", "l", "u", "t"}, Ink::none)) == TextLayer::hidden);
  CHECK(judge_text_layer(letters({"7"}, Ink::seen)) == TextLayer::usable);
  CHECK(judge_text_layer(letters({"\uFFFD", "\uFFFD", "e", "\uFFFD"}, Ink::seen)) ==
        TextLayer::garbled);
  CHECK(judge_text_layer(letters({"\uE001", "\uE002", "\uE003"}, Ink::seen)) == TextLayer::garbled);
  CHECK(judge_text_layer(letters({"!", "#", "%", "&", "(", ")"}, Ink::seen)) == TextLayer::garbled);
}

TEST_CASE("text layer: letters that are painted over are no better than letters without ink") {
  CHECK(judge_text_layer(letters({"B", "e"}, Ink::covered)) == TextLayer::hidden);
  CHECK(judge_text_layer(letters({"B", "e"}, Ink::blackened)) == TextLayer::absent);
}

TEST_CASE("text layer: letters without ink are kept on pictures alone") {
  std::vector<Glyph> glyphs = letters({"a", "b"}, Ink::none);
  glyphs[0].origin = {10, 10};
  glyphs[1].origin = {90, 90};
  glyphs.push_back(letters({"c"}, Ink::seen)[0]);
  glyphs.push_back(letters({"d"}, Ink::covered)[0]);
  const std::vector<Glyph> seen = seen_letters(glyphs, {{0, 0, 50, 50}});
  REQUIRE(seen.size() == 2);
  CHECK(seen[0].text == "a");
  CHECK(seen[1].text == "c");
}

TEST_CASE("text layer: dots that lead to page numbers are no strange signs") {
  std::vector<std::string> texts = {"M", "å", "l", "2"};
  texts.resize(400, ".");
  CHECK(judge_text_layer(letters(texts, Ink::seen)) == TextLayer::usable);
}

TEST_CASE("text layer: a font that takes letters for others is found out by their frequency") {
  const std::string_view swedish =
      "Kommunstyrelsen beslutar att godkänna förslaget till ny plan för kommunens verksamhet och "
      "att "
      "uppdra åt nämnden att återkomma med en redovisning av kostnaderna i samband med den första "
      "uppföljningen av budgeten under det kommande året";
  const auto page_of = [&](int shift) {
    std::vector<std::string> texts;
    for (const char letter : swedish) {
      const bool shifts = letter >= 'a' && letter <= 'z';
      texts.emplace_back(1, shifts ? static_cast<char>('a' + (letter - 'a' + shift) % 26) : 'K');
    }
    return letters(texts, Ink::seen);
  };
  CHECK(judge_text_layer(page_of(0)) == TextLayer::usable);
  for (const int shift : {1, 3, 7, 13})
    CHECK(judge_text_layer(page_of(shift)) == TextLayer::garbled);
}

TEST_CASE("text layer: a line in a font that says nothing makes a page patchy, a few signs don't") {
  std::vector<std::string> texts(100, "a");
  texts.resize(105, "\uE001");
  CHECK(judge_text_layer(letters(texts, Ink::seen)) == TextLayer::usable);
  texts.resize(120, "\uE001");
  CHECK(judge_text_layer(letters(texts, Ink::seen)) == TextLayer::patchy);
}

TEST_CASE("text layer: words of unknown letters are no words") {
  const std::vector<Word> words =
      readable_words({{.text = "\uE001\uE002"}, {.text = "Beslut"}, {.text = "nämn\uFFFD"}});
  REQUIRE(words.size() == 2);
  CHECK(words[0].text == "Beslut");
}

TEST_CASE("text layer: codes taken for letters are kept where they read as words or numbers") {
  const auto checked = [](const std::vector<std::string>& texts) {
    std::vector<Glyph> glyphs = letters(texts, Ink::seen);
    for (Glyph& glyph : glyphs) glyph.guessed = true;
    return with_guesses_checked(glyphs)[0].text;
  };
  CHECK(checked({"B", "e", "s", "l", "u", "t"}) == "B");
  CHECK(checked({"1", "2", "."}) == "1");
  CHECK(checked({"%", "H", "V", "O", "X", "W"}) == "\uFFFD");  // "Beslut", 29 places further on
  CHECK(checked({"Ă", "Ă", "Ă"}) == "\uFFFD");
}

}  // namespace diarium
