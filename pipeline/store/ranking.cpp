#include "pipeline/store/ranking.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/store/passage_class.h"
#include "pipeline/store/sqlite_api.h"

namespace diarium {
namespace {

constexpr std::array<double, kTiers> kTierWeights{1.0, 0.4, 0.2, 0.1};
constexpr double kClauseWeight = 1.5;
constexpr std::array kColumnWeights{3.0, 1.0};  // title, body
constexpr double kSaturation = 1.2;             // as k1 of bm25
constexpr std::string_view kTierLetters = "scrf";
constexpr int kMostPlaces = 200;
constexpr int kUnused = -1;
constexpr std::int64_t kMostCounted = 10'000;

/// What a phrase of the match expression stands for.
struct Phrase {
  int word = kUnused;  ///< index of the word of the query; kUnused must not match
  std::size_t tier = 0;
};

/// Of one query: kept by FTS5 from row to row.
struct QueryWeights {
  std::vector<Phrase> phrases;
  std::vector<double> rarity;  ///< by word
  std::vector<int> tiers;      ///< by word: of the row at hand
};

std::vector<Phrase> phrases_of(std::string_view letters) {
  std::vector<Phrase> phrases;
  int word = kUnused;
  for (const char letter : letters) {
    if (letter == 's') ++word;
    const std::size_t at = kTierLetters.find(letter);
    const std::size_t tier = at == std::string_view::npos ? 0 : at;
    phrases.push_back(letter == '-' ? Phrase{} : Phrase{.word = word, .tier = tier});
  }
  return phrases;
}

/// Rows with a phrase, in the order of their ids.
struct RowCount {
  std::int64_t hits = 0;
  std::int64_t last = 0;       ///< id of the last one counted
  std::int64_t last_text = 0;  ///< the last one of PassageClass::text
};

int count_row(const Fts5ExtensionApi* api, Fts5Context* row, void* counted) {
  auto& count = *static_cast<RowCount*>(counted);
  ++count.hits;
  count.last = api->xRowid(row);
  if (class_of_id(count.last) == PassageClass::text) count.last_text = count.last;
  return count.hits < kMostCounted ? SQLITE_OK : SQLITE_DONE;
}

/// How many rows hold a phrase: beyond the first ten thousand, as many as stand in the part of the
/// rows that was read. Ids are dense within a class.
double rows_with(const Fts5ExtensionApi& api, Fts5Context* context, int phrase, double rows) {
  RowCount count;
  api.xQueryPhrase(context, phrase, &count, count_row);
  const auto hits = static_cast<double>(count.hits);
  if (count.hits < kMostCounted) return hits;
  const std::int64_t in_class = count.last - first_id_of(class_of_id(count.last));
  const std::int64_t read = in_class + (count.last == count.last_text ? 0 : count.last_text);
  return std::clamp(hits * rows / static_cast<double>(std::max<std::int64_t>(read, 1)), hits,
                    std::max(hits, rows));
}

/// As of the commonest of a word's forms: a form that is rare only because OCR made it must not
/// make the word weigh more. A word alone has nothing to weigh against.
std::vector<double> rarity_of(const Fts5ExtensionApi& api, Fts5Context* context,
                              const std::vector<Phrase>& phrases) {
  std::vector<double> most;
  for (const Phrase& phrase : phrases) {
    most.resize(std::max(most.size(), static_cast<std::size_t>(phrase.word + 1)));
  }
  if (most.size() == 1) return {1.0};
  sqlite3_int64 counted = 0;
  api.xRowCount(context, &counted);
  const auto rows = static_cast<double>(counted);
  for (std::size_t i = 0; i < phrases.size(); ++i) {
    if (phrases[i].word == kUnused) continue;
    double& known = most[static_cast<std::size_t>(phrases[i].word)];
    known = std::max(known, rows_with(api, context, static_cast<int>(i), rows));
  }
  std::vector<double> rarity;
  for (const double with : most) {
    rarity.push_back(std::log(1.0 + (rows - with + 0.5) / (with + 0.5)));
  }
  return rarity;
}

QueryWeights* weights_of(const Fts5ExtensionApi& api, Fts5Context* context, int count,
                         sqlite3_value** arguments) {
  if (auto* kept = static_cast<QueryWeights*>(api.xGetAuxdata(context, 0))) return kept;
  const auto* text = count > 0 ? sqlite3_value_text(arguments[0]) : nullptr;
  if (text == nullptr) return nullptr;
  auto weights = std::make_unique<QueryWeights>();
  weights->phrases = phrases_of(reinterpret_cast<const char*>(text));
  if (static_cast<int>(weights->phrases.size()) != api.xPhraseCount(context)) return nullptr;
  weights->rarity = rarity_of(api, context, weights->phrases);
  weights->tiers.resize(weights->rarity.size());
  QueryWeights* kept = weights.release();  // FTS5 deletes it with the query
  const auto drop = [](void* data) { delete static_cast<QueryWeights*>(data); };
  return api.xSetAuxdata(context, kept, drop) == SQLITE_OK ? kept : nullptr;
}

/// How often a phrase stands in the row, title counting more.
double frequency_of(const Fts5ExtensionApi& api, Fts5Context* context, int phrase) {
  Fts5PhraseIter place;
  int column = 0;
  int offset = 0;
  double frequency = 0;
  if (api.xPhraseFirst(context, phrase, &place, &column, &offset) != SQLITE_OK) return 0;
  for (; column >= 0; api.xPhraseNext(context, &place, &column, &offset)) {
    frequency += kColumnWeights[static_cast<std::size_t>(column)];
  }
  return frequency;
}

double rank_of(const Fts5ExtensionApi& api, Fts5Context* context, QueryWeights& weights) {
  std::fill(weights.tiers.begin(), weights.tiers.end(), kTiers);
  double score = 0;
  for (std::size_t i = 0; i < weights.phrases.size(); ++i) {
    const Phrase& phrase = weights.phrases[i];
    if (phrase.word == kUnused) continue;
    const double frequency = frequency_of(api, context, static_cast<int>(i));
    if (frequency == 0) continue;
    const auto word = static_cast<std::size_t>(phrase.word);
    score +=
        kTierWeights[phrase.tier] * weights.rarity[word] * frequency / (frequency + kSaturation);
    weights.tiers[word] = std::min(weights.tiers[word], static_cast<int>(phrase.tier));
  }
  int weakest = 0;  // words of an OR that didn't match don't count
  for (const int tier : weights.tiers) weakest = std::max(weakest, tier == kTiers ? 0 : tier);
  if (class_of_id(api.xRowid(context)) == PassageClass::clause) score *= kClauseWeight;
  return (kTiers - 1 - weakest) * kTierStep + score;
}

std::string places_of(const Fts5ExtensionApi& api, Fts5Context* context,
                      const QueryWeights& weights) {
  std::string places;
  int matches = 0;
  api.xInstCount(context, &matches);
  for (int i = 0; i < std::min(matches, kMostPlaces); ++i) {
    int phrase = 0;
    int column = 0;
    int offset = 0;
    api.xInst(context, i, &phrase, &column, &offset);
    places += fmt::format("{} {} {} {};", column, offset, api.xPhraseSize(context, phrase),
                          weights.phrases[static_cast<std::size_t>(phrase)].tier);
  }
  return places;
}

void hit_rank(const Fts5ExtensionApi* api, Fts5Context* context, sqlite3_context* result, int count,
              sqlite3_value** arguments) {
  QueryWeights* weights = weights_of(*api, context, count, arguments);
  if (weights == nullptr) return sqlite3_result_error(result, "hit_rank", -1);
  sqlite3_result_double(result, rank_of(*api, context, *weights));
}

void hit_collect(const Fts5ExtensionApi* api, Fts5Context* context, sqlite3_context* result,
                 int count, sqlite3_value** arguments) {
  QueryWeights* weights = weights_of(*api, context, count, arguments);
  auto* sink = count < 2 ? nullptr
                         : static_cast<HitSink*>(sqlite3_value_pointer(arguments[1], kHitSinkType));
  if (weights == nullptr || sink == nullptr) {
    return sqlite3_result_error(result, "hit_collect", -1);
  }
  if (sink->take(api->xRowid(context), rank_of(*api, context, *weights))) {
    sink->put_places(places_of(*api, context, *weights));
  }
}

}  // namespace

bool register_ranking(fts5_api& api) {
  const auto add = [&api](const char* name, fts5_extension_function function) {
    return api.xCreateFunction(&api, name, nullptr, function, nullptr) == SQLITE_OK;
  };
  return add("hit_rank", hit_rank) && add("hit_collect", hit_collect);
}

}  // namespace diarium
