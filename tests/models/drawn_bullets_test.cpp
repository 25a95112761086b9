#include "models/drawn_bullets.h"

#include <catch2/catch.hpp>

namespace diarium {
namespace {

Word word(const std::string& text, double left, double baseline) {
  return {.text = text,
          .box = {left, baseline - 10, left + 40, baseline + 3},
          .baseline = baseline,
          .size = 12};
}

std::string shown(const std::vector<Word>& words) {
  std::string text;
  for (const Word& one : words) text += (text.empty() ? "" : " ") + one.text;
  return text;
}

/// A dot four points wide whose middle stands at `x`, `y`.
Rect dot(double x, double y) {
  return {x - 2, y - 2, x + 2, y + 2};
}

}  // namespace

TEST_CASE("drawn bullets: a dot before a line is its bullet") {
  const std::vector<Word> words{word("Att", 100, 200), word("bygga", 150, 200),
                                word("Att", 100, 220), word("riva", 150, 220)};
  CHECK(shown(with_drawn_bullets(words, {dot(90, 196.4), dot(90, 216.4)})) ==
        "• Att bygga • Att riva");
}

TEST_CASE("drawn bullets: a bullet has the line of its word") {
  const auto words = with_drawn_bullets({word("Att", 100, 200)}, {dot(90, 196.4)});
  REQUIRE(words.size() == 2);
  CHECK(words[0].box == Rect{88, 190, 92, 203});
  CHECK(words[0].baseline == 200);
  CHECK_FALSE(words[1].joined);
}

TEST_CASE("drawn bullets: a sign that was read in its place gives way and is kept as raw") {
  Word misread = word("e", 86, 200);
  misread.box.right = 94;
  const auto words = with_drawn_bullets({misread, word("Att", 100, 200)}, {dot(90, 196.4)});
  CHECK(shown(words) == "• Att");
  CHECK(words[0].raw == "e");
}

TEST_CASE("drawn bullets: a doubtful sign in the column of the bullets is one") {
  Word blurred = word("+", 88, 220);
  blurred.box.right = 92;
  blurred.confidence = 0.6;
  const std::vector<Word> words{word("Att", 100, 200), blurred, word("Att", 100, 220)};
  CHECK(shown(with_drawn_bullets(words, {dot(90, 196.4)})) == "• Att • Att");
  CHECK(shown(with_drawn_bullets(words, {})) == "Att + Att");
}

TEST_CASE("drawn bullets: a word within its line is none, though it stands below a bullet") {
  Word in = word("I", 88, 220);
  in.box.right = 92;
  in.confidence = 0.6;
  Word dash = word("-", 78, 220);
  dash.box.right = 84;
  const std::vector<Word> words{word("Att", 100, 200), dash, in, word("Lindsäter", 100, 220)};
  CHECK(shown(with_drawn_bullets(words, {dot(90, 196.4)})) == "• Att - I Lindsäter");
}

TEST_CASE("drawn bullets: a digit is none, however solid and wherever it stands") {
  Word eight = word("8", 86, 200);
  eight.box.right = 94;
  eight.confidence = 0.7;
  Word two = word("2", 86, 220);
  two.box.right = 94;
  two.confidence = 0.7;
  CHECK(shown(with_drawn_bullets({eight, word("500", 100, 200)}, {dot(90, 196.4)})) == "8 500");
  CHECK(shown(with_drawn_bullets({word("Att", 100, 200), two, word("500", 100, 220)},
                                 {dot(90, 196.4)})) == "• Att 2 500");
}

TEST_CASE("drawn bullets: dots at the baseline, far away or between words are none") {
  const std::vector<Word> words{word("Att", 100, 200), word("bygga", 160, 200)};
  CHECK(shown(with_drawn_bullets(words, {dot(90, 200)})) == "Att bygga");
  CHECK(shown(with_drawn_bullets(words, {dot(30, 196.4)})) == "Att bygga");
  CHECK(shown(with_drawn_bullets(words, {dot(150, 196.4)})) == "Att bygga");
}

TEST_CASE("drawn bullets: the dots of a diagram are none") {
  const std::vector<Rect> many(400, dot(90, 196.4));
  CHECK(shown(with_drawn_bullets({word("Att", 100, 200)}, many)) == "Att");
}

}  // namespace diarium
