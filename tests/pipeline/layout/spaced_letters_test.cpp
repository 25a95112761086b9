#include "pipeline/layout/spaced_letters.h"

#include <catch2/catch.hpp>

#include "tests/pipeline/layout/paper.h"

namespace diarium {

TEST_CASE("spaced letters: a heading whose letters are set apart is a word") {
  Paper paper;
  paper.set(71, 100, "B E S L U T", {.bold = true});
  paper.set(71, 130, kFullLine);
  CHECK(blocks_of(paper.page()).front() == "heading: BESLUT");
}

TEST_CASE("spaced letters: a wider gap parts words") {
  Paper paper;
  double left = 71;
  for (const char* letter : {"O", "M", "V", "A", "L"}) left = paper.set(left, 100, letter) + 3;
  left += 6;
  for (const char* letter : {"A", "L", "M", "E"}) left = paper.set(left, 100, letter) + 3;
  CHECK(blocks_of(paper.page()).front().ends_with("OMVAL ALME"));
}

TEST_CASE("spaced letters: a short word beside a long one is spaced as that is") {
  Paper paper;
  double left = 71;
  for (const char* letter : {"B", "E", "S", "L", "U", "T"}) left = paper.set(left, 100, letter) + 3;
  left += 6;
  for (const char* letter : {"A", "V"}) left = paper.set(left, 100, letter) + 3;
  left += 6;
  for (const char* letter : {"K", "F"}) left = paper.set(left, 100, letter) + 3;
  CHECK(blocks_of(paper.page()).front().ends_with("BESLUT AV KF"));
}

TEST_CASE("spaced letters: marks, initials and short runs stay apart") {
  for (const char* text : {"X X X X", "A B C", "a b c d e", "Eva A B Lund"}) {
    Paper paper;
    paper.set(71, 100, text);
    CHECK(blocks_of(paper.page()).front().ends_with(text));
  }
}

}  // namespace diarium
