#include "models/word_runs.h"

#include <catch2/catch.hpp>
#include <string>

namespace diarium {
namespace {

std::string words(int from, int to) {
  std::string text;
  for (int i = from; i < to; ++i) text += "Ord" + std::to_string(i) + (i % 9 == 0 ? "\n" : " ");
  return text;
}

}  // namespace

TEST_CASE("word runs: a copy with a few other words is alike, a part or another paper is not") {
  const WordRuns paper = word_runs_of(words(0, 400));
  CHECK(alike(paper, paper) == 1);
  CHECK(alike(paper, word_runs_of("NYA " + words(0, 400) + "och några till")) > 0.9);
  CHECK(alike(paper, word_runs_of(words(0, 100))) < 0.4);
  CHECK(alike(paper, word_runs_of(words(1000, 1400))) == 0);
  CHECK(alike({}, {}) == 0);
}

TEST_CASE("word runs: alike papers share marks, short ones have none") {
  const WordRuns a = marks_of(word_runs_of(words(0, 400)));
  const WordRuns b = marks_of(word_runs_of(words(0, 300) + "annat " + words(300, 400)));
  REQUIRE(a.size() == 8);
  CHECK(alike(a, b) > 0.5);
  CHECK(marks_of(word_runs_of("Med vänlig hälsning")).empty());
}

}  // namespace diarium
