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

}  // namespace diarium
