#include "pipeline/read/ruled_letters.h"

#include <catch2/catch.hpp>

#include <string>
#include <string_view>

#include "models/unicode.h"

namespace diarium {
namespace {

constexpr double kLeft = 50;
constexpr double kSize = 10;
constexpr double kBaseline = 100;

// Letters of half a size each.
std::vector<Glyph> set(std::string_view text) {
  std::vector<Glyph> glyphs;
  double x = kLeft;
  for (const char32_t point : code_points(text)) {
    Glyph glyph;
    glyph.text = to_utf8(std::u32string(1, point));
    glyph.origin = {x, kBaseline};
    glyph.direction = {1, 0};
    glyph.width = glyph.advance = kSize / 2;
    glyph.ascent = 0.8 * kSize;
    glyph.descent = 0.2 * kSize;
    glyph.size = kSize;
    glyphs.push_back(glyph);
    x += kSize / 2;
  }
  return glyphs;
}

// A line over letters `first` to `last` (not included), its middle that far below the baseline.
Ruling line(std::size_t first, std::size_t last, double below) {
  const double y = kBaseline + below;
  return {{kLeft + static_cast<double>(first) * kSize / 2, y - 0.3,
           kLeft + static_cast<double>(last) * kSize / 2, y + 0.3}};
}

std::string words(std::string_view text, const std::vector<Ruling>& rulings) {
  std::string out;
  for (const Word& word : words_of(with_rulings_noted(set(text), rulings)))
    out += (out.empty() || word.joined ? "+" : " ") + word.text;
  return out;
}

}  // namespace

TEST_CASE("ruled letters: a word ends where its underline does") {
  CHECK(words("lokal. Den", {line(0, 5, 1.2)}) == "+lokal+. Den");
  CHECK(words("lokal. Den", {line(0, 6, 1.2)}) == "+lokal. Den");
}

TEST_CASE("ruled letters: a struck ending is a word of its own") {
  CHECK(words("kommunens alla", {line(8, 9, -2.8)}) == "+kommunen+s alla");
}

TEST_CASE("ruled letters: a line above or far below ends no word") {
  CHECK(words("kommunen", {line(0, 4, -9), line(0, 4, 5)}) == "+kommunen");
}

TEST_CASE("ruled letters: letters that stand on their side have no line below them") {
  std::vector<Glyph> glyphs = set("a");
  glyphs[0].direction = {0, -1};
  CHECK_FALSE(with_rulings_noted(glyphs, {line(0, 1, 1.2)})[0].underlined);
}

}  // namespace diarium
