#include "tools/diarium/evaluation/scores.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>
#include <sstream>
#include <tuple>
#include <unordered_map>

#include "models/unicode.h"

namespace diarium {
namespace {

constexpr double kAlikeOnPrint = 0.9;
constexpr double kAlikeOnScan = 0.8;
constexpr double kRounding = 1e-9;  // 0.9 times 20 must not fall below 18

using Records = std::vector<const ScoredRecord*>;

/// A possible pair; the best come first: more alike, then the same page, then in order.
struct Candidate {
  double likeness;
  bool other_page;
  std::size_t truth;
  std::size_t found;
  bool operator<(const Candidate& other) const {
    return std::tuple(-likeness, other_page, truth, found) <
           std::tuple(-other.likeness, other.other_page, other.truth, other.found);
  }
};

double cell_likeness(const ScoredRecord& truth, const ScoredRecord& found) {
  std::set<std::tuple<int, int, std::string>> cells;
  for (const ScoredCell& cell : truth.cells) cells.emplace(cell.row, cell.column, cell.text);
  int same = 0;
  for (const ScoredCell& cell : found.cells)
    same += cells.contains({cell.row, cell.column, cell.text}) ? 1 : 0;
  const auto most = std::max(truth.cells.size(), found.cells.size());
  return most == 0 ? 1.0 : static_cast<double>(same) / static_cast<double>(most);
}

double likeness(const ScoredRecord& truth, const ScoredRecord& found) {
  if (truth.kind == "table") return truth.page == found.page ? cell_likeness(truth, found) : 0.0;
  if (truth.kind == "footnote" && truth.fields.at("marker") != found.fields.at("marker"))
    return 0.0;
  if (truth.exact || truth.key == found.key) return truth.key == found.key ? 1.0 : 0.0;
  const auto [shorter, longer] = std::minmax({truth.key.size(), found.key.size()});
  if (static_cast<double>(shorter) < 0.4 * static_cast<double>(longer)) return 0.0;
  return similarity(truth.key, found.key);
}

std::vector<Candidate> pairs_of(const Records& truth, const Records& found, double least) {
  std::vector<Candidate> candidates;
  for (std::size_t t = 0; t < truth.size(); ++t) {
    for (std::size_t f = 0; f < found.size(); ++f) {
      const double alike = likeness(*truth[t], *found[f]);
      if (alike >= least) candidates.push_back({alike, truth[t]->page != found[f]->page, t, f});
    }
  }
  std::sort(candidates.begin(), candidates.end());
  std::vector<bool> truth_taken(truth.size());
  std::vector<bool> found_taken(found.size());
  std::vector<Candidate> pairs;
  for (const Candidate& candidate : candidates) {
    if (truth_taken[candidate.truth] || found_taken[candidate.found]) continue;
    truth_taken[candidate.truth] = found_taken[candidate.found] = true;
    pairs.push_back(candidate);
  }
  return pairs;
}

Tally tally_of(std::size_t pairs, std::size_t truth, std::size_t found) {
  return {static_cast<int>(pairs), static_cast<int>(truth - pairs),
          static_cast<int>(found - pairs)};
}

void add_fields(KindScore& score, const ScoredRecord& truth, const ScoredRecord& found) {
  for (const auto& [name, value] : truth.fields) {
    if (value.empty() && found.fields.at(name).empty()) continue;
    FieldTally& tally = score.fields[name];
    ++tally.all;
    if (value == found.fields.at(name)) ++tally.right;
  }
  if (truth.page != 0) {
    FieldTally& tally = score.fields["page"];
    ++tally.all;
    if (truth.page == found.page) ++tally.right;
  }
}

/// What a pairing leaves of truth and findings: optional truth is demanded from nobody, and what
/// was found of it is not wrong.
struct Leftovers {
  std::vector<bool> truth_paired;
  std::vector<bool> found_paired;
  std::size_t demanded = 0;
  std::size_t counted = 0;  // of the findings
};

Leftovers leftovers_of(const std::vector<Candidate>& pairs, const Records& truth,
                       const Records& found) {
  Leftovers left{std::vector<bool>(truth.size()), std::vector<bool>(found.size()), 0, found.size()};
  for (const Candidate& pair : pairs) {
    left.truth_paired[pair.truth] = left.found_paired[pair.found] = true;
    if (truth[pair.truth]->optional) --left.counted;
  }
  for (std::size_t i = 0; i < truth.size(); ++i) {
    if (truth[i]->optional) left.truth_paired[i] = true;
    if (!truth[i]->optional) ++left.demanded;
  }
  return left;
}

/// Documents are no findings: they have no rule.
void add_confidences(Scores& scores, const Records& found, const std::vector<bool>& paired,
                     bool scanned) {
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (found[i]->rule.empty()) continue;
    (scanned ? scores.scanned : scores.printed).add(found[i]->confidence, paired[i]);
    FieldTally& rule = scores.rules[found[i]->rule];
    ++rule.all;
    if (paired[i]) ++rule.right;
  }
}

void add_kind(Scores& scores, const std::string& kind, const Records& truth, const Records& found,
              bool scanned) {
  KindScore& score = scores.kinds[kind];
  // A table is found when most of its cells are; how well, the cells tell.
  const double least = kind == "table" ? 0.5 : scanned ? kAlikeOnScan : kAlikeOnPrint;
  std::vector<Candidate> pairs = pairs_of(truth, found, least);
  const Leftovers left = leftovers_of(pairs, truth, found);
  add_confidences(scores, found, left.found_paired, scanned);
  std::erase_if(pairs, [&](const Candidate& pair) { return truth[pair.truth]->optional; });
  const auto strict = static_cast<std::size_t>(std::count_if(
      pairs.begin(), pairs.end(), [](const Candidate& pair) { return pair.likeness == 1.0; }));
  score.strict += tally_of(strict, left.demanded, left.counted);
  score.soft += tally_of(pairs.size(), left.demanded, left.counted);
  for (const Candidate& pair : pairs) {
    add_fields(score, *truth[pair.truth], *found[pair.found]);
    if (kind != "table") continue;
    const auto& wanted = truth[pair.truth]->cells;
    const auto& got = found[pair.found]->cells;
    const auto right = static_cast<std::size_t>(
        std::lround(pair.likeness * static_cast<double>(std::max(wanted.size(), got.size()))));
    scores.table_cells += tally_of(right, wanted.size(), got.size());
  }
  for (std::size_t i = 0; i < truth.size(); ++i) {
    if (left.truth_paired[i]) continue;
    score.missed.push_back(truth[i]->key);
    scores.table_cells += tally_of(0, truth[i]->cells.size(), 0);
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (left.found_paired[i]) continue;
    score.extra.push_back(found[i]->key);
    scores.table_cells += tally_of(0, 0, found[i]->cells.size());
  }
}

void add_page(TextScore& score, const std::string& truth, const std::string& found) {
  const std::u32string wanted = code_points(truth);
  const auto errors = static_cast<double>(edit_distance(wanted, code_points(found)));
  const auto length = static_cast<double>(wanted.size());
  score.characters += length;
  score.character_errors += std::min(errors, length);

  // Words become letters of an alphabet of their own, so that one distance serves both.
  std::unordered_map<std::string, char32_t> alphabet;
  const auto letters = [&](const std::string& text) {
    std::u32string word_letters;
    std::istringstream words(text);
    for (std::string word; words >> word;) {
      word_letters +=
          alphabet.try_emplace(word, static_cast<char32_t>(alphabet.size() + 1)).first->second;
    }
    return word_letters;
  };
  const std::u32string wanted_words = letters(truth);
  const auto word_errors = static_cast<double>(edit_distance(wanted_words, letters(found)));
  score.words += static_cast<double>(wanted_words.size());
  score.word_errors += std::min(word_errors, static_cast<double>(wanted_words.size()));
}

Records of_kind(const ScoredFile& file, const std::string& kind) {
  Records records;
  for (const ScoredRecord& record : file.records) {
    if (record.kind == kind) records.push_back(&record);
  }
  return records;
}

void add_starts(Tally& tally, const ScoredFile& truth, const ScoredFile& found) {
  const auto starts = [](const ScoredFile& file) {
    std::multiset<int> pages;
    for (const ScoredRecord* document : of_kind(file, "document")) pages.insert(document->page);
    return pages;
  };
  const std::multiset<int> wanted = starts(truth);
  const std::multiset<int> got = starts(found);
  std::vector<int> both;
  std::set_intersection(wanted.begin(), wanted.end(), got.begin(), got.end(),
                        std::back_inserter(both));
  tally += tally_of(both.size(), wanted.size(), got.size());
}

}  // namespace

void Calibration::add(double confidence, bool right) {
  const double bin = std::floor(std::clamp(confidence, 0.0, 1.0) * kBins + kRounding);
  FieldTally& tally = bins.at(std::min(static_cast<std::size_t>(bin), kBins - 1));
  ++tally.all;
  if (right) ++tally.right;
}

FieldTally Calibration::from(double confidence) const {
  FieldTally sum;
  const auto first = static_cast<std::size_t>(std::lround(confidence * kBins));
  for (std::size_t bin = first; bin < kBins; ++bin) {
    sum.right += bins.at(bin).right;
    sum.all += bins.at(bin).all;
  }
  return sum;
}

void add_to_scores(Scores& scores, const ScoredFile& truth, const ScoredFile& found) {
  ++scores.files;
  bool scanned = false;
  for (const auto& [number, page] : truth.pages) {
    const auto same = found.pages.find(number);
    scanned = scanned || page.ocr || (same != found.pages.end() && same->second.ocr);
    const ScoredPage read = same == found.pages.end() ? ScoredPage{} : same->second;
    add_page(scores.text, page.text, read.text);
    if (!page.words.empty())
      add_marks(page.ocr ? scores.marks_in_scans : scores.marks_in_print, page, read.words);
  }
  std::set<std::string> kinds;
  for (const ScoredFile* file : {&truth, &found}) {
    for (const ScoredRecord& record : file->records) kinds.insert(record.kind);
  }
  for (const std::string& kind : kinds) {
    add_kind(scores, kind, of_kind(truth, kind), of_kind(found, kind), scanned);
  }
  add_starts(scores.document_starts, truth, found);
}

}  // namespace diarium
