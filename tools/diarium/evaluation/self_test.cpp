#include "tools/diarium/evaluation/self_test.h"

#include <fmt/format.h>

#include "tools/diarium/evaluation/scores.h"

namespace diarium {
namespace {

/// Every third letter replaced: less alike than any threshold of likeness allows.
std::string damaged(const std::string& text) {
  std::string out = text;
  for (std::size_t at = 0; at < out.size(); at += 3) {
    if (static_cast<unsigned char>(out[at]) < 0x80) out[at] = '#';
  }
  return out + "##";
}

ScoredFile damaged(const ScoredFile& truth) {
  ScoredFile copy = truth;
  for (auto& [number, page] : copy.pages) {
    page.text = damaged(page.text);
    for (ScoredWord& word : page.words) word.text = damaged(word.text);
  }
  for (ScoredRecord& record : copy.records) {
    record.key = damaged(record.key);
    if (record.kind == "document") ++record.page;
    for (ScoredCell& cell : record.cells) cell.text = damaged(cell.text);
  }
  return copy;
}

Scores scores_of(const std::vector<ScoredFile>& truths, const std::vector<ScoredFile>& found) {
  Scores scores;
  for (std::size_t i = 0; i < truths.size(); ++i) add_to_scores(scores, truths[i], found[i]);
  return scores;
}

template <typename Expect>
void expect_marks(const MarkScores& perfect, const MarkScores& bad, const Expect& expect) {
  for (const auto& [look, score] : perfect) {
    expect(score.tally.f1() == 1, fmt::format("perfect words that are {} score below 1", look));
    expect(score.tally.found == 0 || bad.at(look).tally.f1() < 1,
           fmt::format("damaged words that are {} score 1", look));
  }
}

}  // namespace

std::vector<std::string> self_test(const std::vector<ScoredFile>& truths) {
  std::vector<std::string> wrong;
  const auto expect = [&](bool holds, const std::string& what) {
    if (!holds) wrong.push_back(what);
  };
  const Scores perfect = scores_of(truths, truths);
  expect(perfect.text.cer() == 0 && perfect.text.wer() == 0, "perfect text has errors");
  expect(perfect.document_starts.f1() == 1, "perfect documents have wrong starts");
  expect(perfect.table_cells.f1() == 1, "perfect tables have wrong cells");
  std::vector<ScoredFile> worse;
  for (const ScoredFile& truth : truths) worse.push_back(damaged(truth));
  const Scores bad = scores_of(truths, worse);
  expect(perfect.text.characters == 0 || bad.text.cer() > 0, "damaged text has no errors");
  expect_marks(perfect.marks_in_print, bad.marks_in_print, expect);
  expect_marks(perfect.marks_in_scans, bad.marks_in_scans, expect);
  for (const auto& [kind, score] : perfect.kinds) {
    expect(score.strict.f1() == 1 && score.soft.f1() == 1,
           fmt::format("perfect {} records score below 1", kind));
    for (const auto& [field, tally] : score.fields) {
      expect(tally.right == tally.all,
             fmt::format("perfect {} records have {} wrong", kind, field));
    }
    expect(bad.kinds.at(kind).soft.f1() < 1, fmt::format("damaged {} records score 1", kind));
  }
  return wrong;
}

}  // namespace diarium
