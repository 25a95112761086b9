#include "pipeline/ocr/cut_letters.h"

#include <catch2/catch.hpp>
#include <string>

#include "models/unicode.h"

using namespace diarium;

namespace {

const std::vector<Rect> kUnderline{{95, 147, 305, 150}};

/// One word of ten pixels a letter, read again.
ReadWord read_again(const std::string& text, const std::vector<Rect>& lines) {
  ReadWord word;
  word.word.text = text;
  word.word.confidence = 0.9;
  const std::u32string points = code_points(text);
  word.pixels = {100, 120, 100 + 10 * static_cast<double>(points.size()), 150};
  word.word.box = word.pixels;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const double left = 100 + 10 * static_cast<double>(i);
    word.letters.push_back(
        {.text = to_utf8(points.substr(i, 1)), .box = {left, 120, left + 10, 150}});
  }
  return with_cut_letters({word}, lines, swedish_words()).at(0);
}

}  // namespace

TEST_CASE("cut letters: an a on an underline is the g that makes a word") {
  for (const auto& [read, right] : std::vector<std::pair<std::string, std::string>>{
           {"Renhållninastaxa", "Renhållningstaxa"},
           {"sotninastaxa", "sotningstaxa"},
           {"deltidsaruppen", "deltidsgruppen"},

           {"Föredragninaslistan", "Föredragningslistan"}}) {
    const ReadWord mended = read_again(read, kUnderline);
    CHECK(mended.word.text == right);
    CHECK(mended.word.raw == read);
    CHECK(mended.word.confidence == Approx(0.8));
  }
}

TEST_CASE("cut letters: a word stays, and so does what no line runs under") {
  CHECK(read_again("lagar", kUnderline).word.text == "lagar");
  CHECK(read_again("sotninastaxa", {}).word.text == "sotninastaxa");
  CHECK(read_again("sotninastaxa", {{95, 132, 305, 135}}).word.text == "sotninastaxa");
  CHECK(read_again("xaqzatwak", kUnderline).word.text == "xaqzatwak");
}
