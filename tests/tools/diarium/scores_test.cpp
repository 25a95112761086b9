#include "tools/diarium/evaluation/scores.h"

#include <catch2/catch.hpp>

using namespace diarium;

namespace {

ScoredRecord clause(const std::string& key, int page, const std::string& decider) {
  return {.kind = "beslutssats",
          .key = key,
          .exact = false,
          .page = page,
          .fields = {{"decider", decider}},
          .cells = {}};
}

Scores scores_of(const ScoredFile& truth, const ScoredFile& found) {
  Scores scores;
  add_to_scores(scores, truth, found);
  return scores;
}

}  // namespace

TEST_CASE("scores: found, missed and extra clauses, strict and soft") {
  const ScoredFile truth{.pages = {},
                         .records = {clause("godkänna budgeten för året", 1, "sn"),
                                     clause("avslå motionen", 2, "ks")}};
  const ScoredFile found{.pages = {},
                         .records = {clause("godkänna budgeten för aret", 1, "ks"),
                                     clause("något helt annat", 2, "ks")}};
  const KindScore score = scores_of(truth, found).kinds.at("beslutssats");
  CHECK(score.soft.found == 1);
  CHECK(score.strict.found == 0);
  CHECK(score.soft.missed == 1);
  CHECK(score.soft.extra == 1);
  CHECK(score.soft.f1() == Approx(0.5));
  CHECK(score.fields.at("decider").right == 0);
  CHECK(score.missed == std::vector<std::string>{"avslå motionen"});
}

TEST_CASE("scores: equal keys pair with the same page first") {
  const ScoredFile truth{
      .pages = {},
      .records = {clause("motionen avslås", 1, "a"), clause("motionen avslås", 2, "b")}};
  const ScoredFile found{.pages = {}, .records = {clause("motionen avslås", 2, "b")}};
  const KindScore score = scores_of(truth, found).kinds.at("beslutssats");
  CHECK(score.fields.at("decider").right == 1);
  CHECK(score.fields.at("page").right == 1);
}

TEST_CASE("scores: numbers match in every digit or not at all") {
  const ScoredRecord wanted{
      .kind = "amount", .key = "1250000|sek", .exact = true, .page = 1, .fields = {}, .cells = {}};
  ScoredRecord got = wanted;
  got.key = "1250001|sek";
  CHECK(scores_of({.pages = {}, .records = {wanted}}, {.pages = {}, .records = {got}})
            .kinds.at("amount")
            .soft.found == 0);
}

TEST_CASE("scores: a page's errors are capped at its length") {
  const ScoredFile truth{.pages = {{1, {1, "kort", false}}}, .records = {}};
  const ScoredFile found{.pages = {{1, {1, "en mycket längre text", false}}}, .records = {}};
  CHECK(scores_of(truth, found).text.cer() == Approx(1.0));
  CHECK(scores_of(truth, truth).text.cer() == Approx(0.0));
  CHECK(scores_of(truth, {}).text.wer() == Approx(1.0));
}

TEST_CASE("scores: table cells count by row, column and text") {
  const ScoredRecord wanted{.kind = "table",
                            .key = "",
                            .exact = false,
                            .page = 1,
                            .fields = {},
                            .cells = {{0, 0, "År"}, {1, 0, "2024"}, {1, 1, "5"}}};
  ScoredRecord got = wanted;
  got.cells[2].text = "6";
  const Scores scores =
      scores_of({.pages = {}, .records = {wanted}}, {.pages = {}, .records = {got}});
  CHECK(scores.kinds.at("table").soft.found == 1);
  CHECK(scores.table_cells.found == 2);
  CHECK(scores.table_cells.missed == 1);
}

TEST_CASE("scores: optional truth is neither demanded nor wrong") {
  ScoredRecord narrated = clause("nämnden beslutade i mars", 1, "");
  narrated.optional = true;
  const ScoredFile truth{.pages = {}, .records = {narrated, clause("avslå motionen", 2, "ks")}};
  const ScoredFile told = {.pages = {}, .records = {clause("nämnden beslutade i mars", 1, "")}};
  const KindScore without = scores_of(truth, {}).kinds.at("beslutssats");
  CHECK(without.soft.missed == 1);
  const KindScore with = scores_of(truth, told).kinds.at("beslutssats");
  CHECK(with.soft.found == 0);
  CHECK(with.soft.extra == 0);
  CHECK(with.extra.empty());
}

TEST_CASE("scores: the curve counts how many findings of a confidence are right") {
  ScoredRecord right = clause("avslå motionen", 1, "");
  right.rule = "beslutssatser.list_item";
  right.confidence = 0.9;
  ScoredRecord wrong = clause("något helt annat", 1, "");
  wrong.rule = right.rule;
  wrong.confidence = 0.97;
  const Scores scores = scores_of({.pages = {}, .records = {clause("avslå motionen", 1, "")}},
                                  {.pages = {}, .records = {right, wrong}});
  CHECK(scores.printed.bins[18].right == 1);
  CHECK(scores.printed.bins[19].right == 0);
  CHECK(scores.printed.from(0.9).all == 2);
  CHECK(scores.printed.from(0.95).share() == Approx(0.0));
  CHECK(scores.scanned.from(0).all == 0);
  CHECK(scores.rules.at(right.rule).right == 1);
}
