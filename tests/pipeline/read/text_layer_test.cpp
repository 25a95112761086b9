#include "pipeline/read/text_layer.h"

#include <catch2/catch.hpp>

#include <string>

namespace diarium {
namespace {

std::vector<Glyph> letters(const std::vector<std::string>& texts, bool invisible) {
  std::vector<Glyph> glyphs;
  for (const std::string& text : texts) {
    Glyph glyph;
    glyph.text = text;
    glyph.invisible = invisible;
    glyphs.push_back(glyph);
  }
  return glyphs;
}

}  // namespace

TEST_CASE("text layer: printed letters are believed, other layers are not") {
  CHECK(judge_text_layer({}) == TextLayer::absent);
  CHECK(judge_text_layer(letters({" ", " "}, false)) == TextLayer::absent);
  CHECK(judge_text_layer(letters({"B", "e", "s", "l", "u", "t"}, false)) == TextLayer::usable);
  CHECK(judge_text_layer(letters({"B", "e", "s", "l", "u", "t"}, true)) == TextLayer::hidden);
  CHECK(judge_text_layer(letters({"7"}, false)) == TextLayer::usable);
  CHECK(judge_text_layer(letters({"\uFFFD", "\uFFFD", "e", "\uFFFD"}, false)) ==
        TextLayer::garbled);
  CHECK(judge_text_layer(letters({"\uE001", "\uE002", "\uE003"}, false)) == TextLayer::garbled);
  CHECK(judge_text_layer(letters({"!", "#", "%", "&", "(", ")"}, false)) == TextLayer::garbled);
}

}  // namespace diarium
