#include "tools/diarium/evaluation/mark_scores.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string_view>
#include <tuple>

#include "models/unicode.h"

namespace diarium {
namespace {

constexpr double kAlikeInScan = 0.8;  // a letter of five may be misread

struct Look {
  std::string_view name;
  bool Style::*flag;
};
constexpr std::array<Look, 4> kLooks{{{"bold", &Style::bold},
                                      {"raised", &Style::superscript},
                                      {"struck", &Style::struck},
                                      {"underlined", &Style::underlined}}};

struct Pair {
  double apart = 0;  // of the centres, points
  std::size_t truth = 0;
  std::size_t found = 0;
  bool operator<(const Pair& other) const {
    return std::tuple(apart, truth, found) < std::tuple(other.apart, other.truth, other.found);
  }
};

using Words = std::vector<const ScoredWord*>;

Words words_with(const std::vector<ScoredWord>& words, bool Style::*flag) {
  Words marked;
  for (const ScoredWord& word : words) {
    if (word.style.*flag) marked.push_back(&word);
  }
  return marked;
}

bool is_same(const ScoredWord& truth, const ScoredWord& found, bool ocr) {
  if (common_part(truth.box, found.box).empty()) return false;
  return truth.text == found.text || (ocr && similarity(truth.text, found.text) >= kAlikeInScan);
}

std::vector<Pair> pairs_of(const Words& truth, const Words& found, bool ocr) {
  std::vector<Pair> pairs;
  for (std::size_t t = 0; t < truth.size(); ++t) {
    for (std::size_t f = 0; f < found.size(); ++f) {
      if (!is_same(*truth[t], *found[f], ocr)) continue;
      const Point a = truth[t]->box.centre();
      const Point b = found[f]->box.centre();
      pairs.push_back({std::hypot(a.x - b.x, a.y - b.y), t, f});
    }
  }
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

std::vector<std::string> texts_without(const Words& words, const std::vector<bool>& taken) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!taken[i]) texts.push_back(words[i]->text);
  }
  return texts;
}

void append(std::vector<std::string>& all, const std::vector<std::string>& more) {
  all.insert(all.end(), more.begin(), more.end());
}

void add(MarkScore& score, const Words& truth, const Words& found, bool ocr) {
  std::vector<bool> truth_taken(truth.size());
  std::vector<bool> found_taken(found.size());
  for (const Pair& pair : pairs_of(truth, found, ocr)) {
    if (truth_taken[pair.truth] || found_taken[pair.found]) continue;
    truth_taken[pair.truth] = found_taken[pair.found] = true;
    ++score.tally.found;
  }
  const std::vector<std::string> missed = texts_without(truth, truth_taken);
  const std::vector<std::string> extra = texts_without(found, found_taken);
  score.tally.missed += static_cast<int>(missed.size());
  score.tally.extra += static_cast<int>(extra.size());
  append(score.missed, missed);
  append(score.extra, extra);
}

}  // namespace

void add_marks(MarkScores& scores, const ScoredPage& truth, const std::vector<ScoredWord>& found) {
  for (const Look& look : kLooks) {
    add(scores[std::string(look.name)], words_with(truth.words, look.flag),
        words_with(found, look.flag), truth.ocr);
  }
}

}  // namespace diarium
