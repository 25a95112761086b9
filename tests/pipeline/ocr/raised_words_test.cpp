#include "pipeline/ocr/raised_words.h"

#include <catch2/catch.hpp>

using namespace diarium;

namespace {

// Letters of 6 points on a baseline at 100.
ReadWord word_at(double left, const std::string& text) {
  ReadWord read{.word = {.text = text,
                         .box = {left, 90, left + 6 * static_cast<double>(text.size()), 100},
                         .baseline = 100,
                         .size = 12}};
  for (std::size_t i = 0; i < text.size(); ++i) {
    const double x = left + 6 * static_cast<double>(i);
    read.letters.push_back({.text = text.substr(i, 1), .box = {x, 90, x + 6, 100}});
  }
  return read;
}

RaisedNumber number_at(double left, const std::string& digits) {
  return {.mark = {.box = {left, 88, left + 4, 95}, .baseline = 100, .letters = 6},
          .digits = digits,
          .confidence = 0.9};
}

std::string shown(const std::vector<Word>& words) {
  std::string text;
  for (const Word& word : words) {
    if (!word.joined && !text.empty()) text += ' ';
    text += word.style.superscript ? "^" + word.text : word.text;
  }
  return text;
}

}  // namespace

TEST_CASE("raised words: a number hangs on the word before it") {
  const std::vector<ReadWord> words{word_at(10, "hela"), word_at(40, "samhet"), word_at(90, "nu")};
  CHECK(shown(with_raised_numbers(words, {number_at(77, "1")}, {})) == "hela samhet^1 nu");
}

TEST_CASE("raised words: a number before a comma parts the word") {
  CHECK(shown(with_raised_numbers({word_at(10, "hela,")}, {number_at(33, "2")}, {})) == "hela^2,");
}

TEST_CASE("raised words: a full stop that was read apart behind a number hangs on it") {
  const std::vector<ReadWord> words{word_at(10, "hela"), word_at(40, "."), word_at(50, "Nu")};
  CHECK(shown(with_raised_numbers(words, {number_at(34, "2")}, {})) == "hela^2. Nu");
}

TEST_CASE("raised words: a number before a note opens its line") {
  RaisedNumber number = number_at(10, "3");
  number.mark.opens = true;
  const auto words = with_raised_numbers({word_at(18, "SOU"), word_at(50, "2017")}, {number}, {});
  CHECK(shown(words) == "^3 SOU 2017");
}

TEST_CASE("raised words: the exponent of a unit is part of it") {
  CHECK(shown(with_raised_numbers({word_at(10, "40"), word_at(30, "m")}, {number_at(37, "2")},
                                  {})) == "40 m²");
}

TEST_CASE("raised words: a number far from every word stands alone") {
  CHECK(shown(with_raised_numbers({word_at(10, "hela")}, {number_at(200, "4")}, {})) == "hela ^4");
}
