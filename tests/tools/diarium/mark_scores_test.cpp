#include "tools/diarium/evaluation/mark_scores.h"

#include <catch2/catch.hpp>

using namespace diarium;

namespace {

ScoredWord struck(const std::string& text, double left) {
  return {.text = text, .box = {left, 100, left + 40, 112}, .style = {.struck = true}};
}

Tally struck_of(const ScoredPage& truth, const std::vector<ScoredWord>& found) {
  MarkScores scores;
  add_marks(scores, truth, found);
  return scores.at("struck").tally;
}

}  // namespace

TEST_CASE("mark scores: a struck word is found where it stands struck, and only there") {
  const ScoredPage truth{.number = 1, .words = {struck("femton", 100), struck("tjugo", 200)}};
  ScoredWord plain = struck("tjugo", 200);
  plain.style.struck = false;
  const Tally tally = struck_of(truth, {struck("femton", 101), plain, struck("femton", 300)});
  CHECK(tally.found == 1);
  CHECK(tally.missed == 1);
  CHECK(tally.extra == 1);
}

TEST_CASE("mark scores: in a scan a word may have a letter wrong, in print none") {
  const ScoredPage print{.number = 1, .ocr = false, .words = {struck("bidrag", 100)}};
  ScoredPage scan = print;
  scan.ocr = true;
  CHECK(struck_of(print, {struck("bldrag", 100)}).found == 0);
  CHECK(struck_of(scan, {struck("bldrag", 100)}).found == 1);
  CHECK(struck_of(scan, {struck("avgift", 100)}).found == 0);
}

TEST_CASE("mark scores: one word answers for one") {
  const ScoredPage truth{.number = 1, .words = {struck("att", 100), struck("att", 130)}};
  const Tally tally = struck_of(truth, {struck("att", 115)});
  CHECK(tally.found == 1);
  CHECK(tally.missed == 1);
}

TEST_CASE("mark scores: what is missed and too much is told by look") {
  MarkScores scores;
  add_marks(scores, {.number = 1, .words = {struck("femton", 100)}}, {struck("tjugo", 200)});
  CHECK(scores.at("struck").missed == std::vector<std::string>{"femton"});
  CHECK(scores.at("struck").extra == std::vector<std::string>{"tjugo"});
  CHECK(scores.at("raised").missed.empty());
}
