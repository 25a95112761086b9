#include "pipeline/read/glyphs.h"

#include <catch2/catch.hpp>

#include <string_view>

#include "models/unicode.h"

namespace diarium {
namespace {

// Letters of half a size each, set one after another from `x` on.
std::vector<Glyph> set_at(double x, double baseline, double size, std::string_view text) {
  std::vector<Glyph> glyphs;
  for (const char32_t point : code_points(text)) {
    glyphs.push_back({.text = to_utf8(std::u32string(1, point)),
                      .origin = {x, baseline},
                      .direction = {1, 0},
                      .width = size / 2,
                      .advance = size / 2,
                      .ascent = 0.8 * size,
                      .descent = 0.2 * size,
                      .size = size,
                      .bold = false,
                      .italic = false,
                      .guessed = false,
                      .ink = Ink::seen,
                      .colour = {},
                      .run = 0});
    x += size / 2;
  }
  return glyphs;
}

std::vector<Glyph> operator+(std::vector<Glyph> a, const std::vector<Glyph>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

std::vector<std::string> texts_of(const std::vector<Word>& words) {
  std::vector<std::string> texts;
  for (const Word& word : words) texts.push_back((word.joined ? "+" : "") + word.text);
  return texts;
}

}  // namespace

TEST_CASE("words: a blank or a gap ends a word, kerning doesn't") {
  CHECK(texts_of(words_of(set_at(50, 100, 10, "Förslag till beslut"))) ==
        std::vector<std::string>{"Förslag", "till", "beslut"});
  CHECK(texts_of(words_of(set_at(50, 100, 10, "att") + set_at(68, 100, 10, "godkänna"))) ==
        std::vector<std::string>{"att", "godkänna"});
  CHECK(texts_of(words_of(set_at(50, 100, 10, "A") + set_at(54, 100, 10, "Vgift"))) ==
        std::vector<std::string>{"AVgift"});
}

TEST_CASE("words: the next line begins a new word although nothing stands between") {
  CHECK(texts_of(words_of(set_at(50, 100, 10, "nämnd") + set_at(50, 112, 10, "besluta"))) ==
        std::vector<std::string>{"nämnd", "besluta"});
}

TEST_CASE("words: the box reaches from ascender to descender, the baseline lies between") {
  const std::vector<Word> words = words_of(set_at(50, 100, 10, "bygg"));
  REQUIRE(words.size() == 1);
  CHECK(words[0].box == Rect{50, 92, 70, 102});
  CHECK(words[0].baseline == 100);
  CHECK(words[0].size == 10);
}

TEST_CASE("words: a raised small figure is a superscript that hangs on its word") {
  const std::vector<Word> words =
      words_of(set_at(50, 100, 12, "samhället") + set_at(104, 96, 7, "1"));
  CHECK(texts_of(words) == std::vector<std::string>{"samhället", "+1"});
  CHECK_FALSE(words[0].style.superscript);
  CHECK(words[1].style.superscript);
}

TEST_CASE("words: the marker that opens a footnote is a superscript too") {
  const std::vector<Word> words =
      words_of(set_at(50, 700, 6, "1") + set_at(55, 703, 9, "Skolverket"));
  REQUIRE(words.size() == 2);
  CHECK(words[0].style.superscript);
  CHECK_FALSE(words[1].style.superscript);
}

TEST_CASE("words: small text on a baseline of its own is no superscript") {
  const std::vector<Word> words =
      words_of(set_at(50, 100, 12, "Rubrik") + set_at(50, 112, 8, "text"));
  CHECK_FALSE(words[0].style.superscript);
  CHECK_FALSE(words[1].style.superscript);
}

TEST_CASE("words: a word ends where bold ends") {
  std::vector<Glyph> bold = set_at(50, 100, 10, "Beslut");
  for (Glyph& glyph : bold) glyph.bold = true;
  const std::vector<Word> words = words_of(bold + set_at(80, 100, 10, ":"));
  CHECK(texts_of(words) == std::vector<std::string>{"Beslut", "+:"});
  CHECK(words[0].style.bold);
  CHECK_FALSE(words[1].style.bold);
}

TEST_CASE("words: letters drawn twice with a small offset are one bold letter") {
  std::vector<Glyph> twice;
  for (const Glyph& glyph : set_at(50, 100, 10, "Dnr")) {
    twice.push_back(glyph);
    twice.push_back(glyph);
    twice.back().origin.x += 0.3;
  }
  const std::vector<Word> words = words_of(twice);
  CHECK(texts_of(words) == std::vector<std::string>{"Dnr"});
  CHECK(words[0].style.bold);
}

TEST_CASE("words: a line drawn twice is printed once") {
  const std::vector<Word> words =
      words_of(set_at(50, 100, 10, "KALLELSE nu") + set_at(50.4, 100, 10, "KALLELSE nu") +
               set_at(50, 112, 10, "nu"));
  CHECK(texts_of(words) == std::vector<std::string>{"KALLELSE", "nu", "nu"});
  CHECK(words[0].style.bold);
  CHECK_FALSE(words[2].style.bold);
}

TEST_CASE("words: letters set apart evenly in one operation are one word") {
  const auto spaced = [](std::string_view text, double apart) {
    std::vector<Glyph> glyphs = set_at(50, 100, 10, text);
    for (std::size_t i = 0; i < glyphs.size(); ++i)
      glyphs[i].origin.x += apart * static_cast<double>(i);
    return glyphs;
  };
  CHECK(texts_of(words_of(spaced("ALMVIKS KOMMUN", 2))) ==
        std::vector<std::string>{"ALMVIKS", "KOMMUN"});
  CHECK(texts_of(words_of(spaced("12345", 8))) ==
        std::vector<std::string>{"1", "2", "3", "4", "5"});
}

TEST_CASE("words: a letter and its ring are one letter") {
  const std::vector<Word> words = words_of(set_at(50, 100, 10, "pa\u030A"));
  REQUIRE(words.size() == 1);
  CHECK(words[0].text == "på");
}

}  // namespace diarium
