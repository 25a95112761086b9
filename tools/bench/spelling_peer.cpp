// "Menade du" beside SymSpell: damages words of an archive and asks both for the closest word.
// usage: spelling_peer ARCHIVE [DAMAGES]
// SymSpell as its author describes it (Garbe 2012): deletions of up to two letters of the first
// seven, Damerau's distance, of words equally near the one that more passages hold.

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <iostream>
#include <memory>
#include <random>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "models/unicode.h"
#include "pipeline/store/archive.h"
#include "pipeline/store/database.h"
#include "pipeline/store/query_parser.h"
#include "pipeline/store/search.h"
#include "pipeline/store/spelling.h"
#include "tools/bench/clause_mill.h"

namespace diarium {
namespace {

constexpr std::uint32_t kSeed = 11;
constexpr std::size_t kDamages = 2'500;
constexpr std::size_t kShortest = 5;  // letters of a word that is damaged
constexpr std::size_t kDistance = 2;
constexpr std::size_t kPrefix = 7;
const std::u32string kLetters = U"abcdefghijklmnopqrstuvwxyzåäö";

struct Word {
  std::u32string letters;
  std::int64_t passages = 0;
};

/// Edits between two words, a swap of neighbours counting as one.
std::size_t damerau(std::u32string_view a, std::u32string_view b) {
  std::vector<std::vector<std::size_t>> edits(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) edits[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) edits[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      edits[i][j] = std::min({edits[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1),
                              edits[i - 1][j] + 1, edits[i][j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        edits[i][j] = std::min(edits[i][j], edits[i - 2][j - 2] + 1);
      }
    }
  }
  return edits[a.size()][b.size()];
}

class SymSpell {
 public:
  explicit SymSpell(std::vector<Word> words) : words_(std::move(words)) {
    for (std::uint32_t i = 0; i < words_.size(); ++i) {
      for (const std::u32string& cut : deletions(words_[i].letters)) {
        entries_.emplace_back(hash(cut), i);
      }
    }
    std::sort(entries_.begin(), entries_.end());
    entries_.shrink_to_fit();
  }
  [[nodiscard]] std::size_t bytes() const { return entries_.size() * sizeof(entries_[0]); }

  [[nodiscard]] std::u32string closest(const std::u32string& typed) const {
    std::set<std::uint32_t> seen;
    const Word* best = nullptr;
    std::size_t nearest = kDistance + 1;
    for (const std::u32string& cut : deletions(typed)) {
      const std::uint32_t wanted = hash(cut);
      auto entry = std::lower_bound(entries_.begin(), entries_.end(), std::pair(wanted, 0U));
      for (; entry != entries_.end() && entry->first == wanted; ++entry) {
        const Word& word = words_[entry->second];
        const auto [longer, shorter] = std::minmax(word.letters.size(), typed.size());
        if (shorter - longer > kDistance || !seen.insert(entry->second).second) continue;
        const std::size_t edits = damerau(typed, word.letters);
        const bool better = edits < nearest ||
                            (best != nullptr && edits == nearest && word.passages > best->passages);
        if (edits == 0 || edits > kDistance || !better) continue;
        nearest = edits;
        best = &word;
      }
    }
    return best == nullptr ? std::u32string() : best->letters;
  }

 private:
  /// The beginning of a word without none, one or two of its letters.
  static std::set<std::u32string> deletions(const std::u32string& word) {
    std::set<std::u32string> all{word.substr(0, kPrefix)};
    for (std::size_t edit = 0; edit < kDistance; ++edit) {
      for (const std::u32string& one : std::set<std::u32string>(all)) {
        for (std::size_t i = 0; i < one.size(); ++i) {
          std::u32string cut = one;
          all.insert(cut.erase(i, 1));
        }
      }
    }
    return all;
  }
  static std::uint32_t hash(const std::u32string& text) {
    return static_cast<std::uint32_t>(std::hash<std::u32string>()(text));
  }

  std::vector<Word> words_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> entries_;  // hash of a deletion, word
};

std::vector<Word> words_of(Database& database) {
  database.execute(
      "CREATE VIRTUAL TABLE temp.terms USING fts5vocab ('main', 'passage_index', 'row')");
  std::unordered_map<std::string, std::int64_t> passages;
  SQLite::Statement term(database.connection(), "SELECT term, doc FROM temp.terms");
  while (term.executeStep()) passages.emplace(text_of(term, 0), term.getColumn(1).getInt64());
  std::vector<Word> words;
  SQLite::Statement row(database.connection(), "SELECT form FROM word ORDER BY form");
  while (row.executeStep()) {
    const std::string form = text_of(row, 0);
    const auto term_of_word = passages.find("=" + form);
    if (term_of_word == passages.end()) continue;  // it was taken out since
    words.push_back({.letters = code_points(form), .passages = term_of_word->second});
  }
  return words;
}

/// Damages words so that a search finds nothing any more.
class Damager {
 public:
  Damager(const Archive& archive, const std::vector<Word>& words)
      : archive_(archive), words_(words) {}

  struct Damage {
    const char* kind;
    std::u32string word;
    std::u32string typed;
  };
  Damage next(std::size_t number) {
    constexpr std::size_t kKinds = 5;
    while (true) {
      const std::u32string& word = words_[below(words_.size())].letters;
      if (word.size() < kShortest) continue;
      const Damage damage = damaged_as(number % kKinds, word);
      if (search(archive_, to_utf8(damage.typed)).total == 0) return damage;
    }
  }

 private:
  Damage damaged_as(std::size_t kind, const std::u32string& word) {
    switch (kind) {
      case 0:
        return {"one edit", word, edited(word)};
      case 1:
        return {"two edits", word, edited(edited(word))};
      case 2:
        return {"swap of neighbours", word, swapped(word)};
      case 3:
        return {"first letter wrong", word, changed(word, 0)};
      default:
        return {"lost dots", word, code_points(damaged(to_utf8(word)))};
    }
  }
  std::u32string edited(std::u32string word) {
    const std::size_t at = below(word.size());
    switch (below(3)) {
      case 0:
        return word.erase(at, 1);
      case 1:
        return word.insert(at, 1, letter());
      default:
        return changed(std::move(word), at);
    }
  }
  std::u32string changed(std::u32string word, std::size_t at) {
    word[at] = letter();
    return word;
  }
  std::u32string swapped(std::u32string word) {
    const std::size_t at = below(word.size() - 1);
    std::swap(word[at], word[at + 1]);
    return word;
  }
  char32_t letter() { return kLetters[below(kLetters.size())]; }
  std::size_t below(std::size_t size) { return random_() % size; }

  std::mt19937 random_{kSeed};
  const Archive& archive_;
  const std::vector<Word>& words_;
};

/// Of the processor: others may have the machine as well.
double milliseconds_of(const std::function<void()>& work) {
  const std::clock_t start = std::clock();
  work();
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC * 1'000;
}

double percentile(std::vector<double>& all, double part) {
  std::sort(all.begin(), all.end());
  return all.at(static_cast<std::size_t>(part * static_cast<double>(all.size() - 1)));
}

/// Of damages of one kind: how often the word itself came first.
struct Score {
  std::string kind;
  int asked = 0;
  int ours = 0;
  int suggested = 0;  ///< by us, as a search with no hits does it
  int peers = 0;
};

Score& score_of(std::vector<Score>& scores, const std::string& kind) {
  const auto known = std::find_if(scores.begin(), scores.end(),
                                  [&kind](const Score& score) { return score.kind == kind; });
  if (known != scores.end()) return *known;
  scores.push_back({.kind = kind});
  return scores.back();
}

void print(const Score& score) {
  const auto share = [&score](int hits) { return static_cast<double>(hits) / score.asked; };
  fmt::print("{:<20} {:5} asked   ours {:.3f}   as suggested {:.3f}   SymSpell {:.3f}\n",
             score.kind, score.asked, share(score.ours), share(score.suggested),
             share(score.peers));
}

void run(const std::string& file, std::size_t damages) {
  const Archive archive = Archive::open(file);
  Database& database = archive.database();
  const std::vector<Word> words = words_of(database);
  std::unique_ptr<SymSpell> peer;
  const double built = milliseconds_of([&] { peer = std::make_unique<SymSpell>(words); });
  Damager damager(archive, words);
  std::vector<Score> scores;
  std::vector<double> our_times;
  std::vector<double> peer_times;
  for (std::size_t i = 0; i < damages; ++i) {
    const Damager::Damage damage = damager.next(i);
    const std::string word = to_utf8(damage.word);
    const std::string typed = to_utf8(damage.typed);
    const std::vector<std::string> ours = similar_words(database, typed, kDistance);
    std::string suggested;
    std::u32string theirs;
    our_times.push_back(
        milliseconds_of([&] { suggested = suggestion_for(database, parse_query(typed)); }));
    peer_times.push_back(milliseconds_of([&] { theirs = peer->closest(damage.typed); }));
    Score& score = score_of(scores, damage.kind);
    ++score.asked;
    if (!ours.empty() && ours.front() == word) ++score.ours;
    if (suggested == word) ++score.suggested;
    if (theirs == damage.word) ++score.peers;
    const bool differ = (!ours.empty() && ours.front() == word) != (theirs == damage.word);
    if (std::getenv("SHOW") != nullptr && differ) {
      fmt::print("{}: {} typed {}: ours {}, SymSpell {}\n", damage.kind, word, typed,
                 ours.empty() ? "-" : ours.front(), to_utf8(theirs));
    }
  }
  Score all{.kind = "all"};
  for (const Score& score : scores) {
    print(score);
    all.asked += score.asked;
    all.ours += score.ours;
    all.suggested += score.suggested;
    all.peers += score.peers;
  }
  print(all);
  const double blocks = database.connection()
                            .execAndGet("SELECT sum(pgsize) FROM dbstat WHERE name = 'word_block'")
                            .getDouble();
  fmt::print("{} words\n", words.size());
  fmt::print("ours       p50 {:.2f} ms   p95 {:.2f} ms   {:.1f} MB in the archive\n",
             percentile(our_times, 0.5), percentile(our_times, 0.95), blocks / 1e6);
  fmt::print("SymSpell   p50 {:.2f} ms   p95 {:.2f} ms   {:.1f} MB in memory, made in {:.0f} ms\n",
             percentile(peer_times, 0.5), percentile(peer_times, 0.95),
             static_cast<double>(peer->bytes()) / 1e6, built);
}

}  // namespace
}  // namespace diarium

int main(int count, char** values) {
  const std::vector<std::string> arguments(values + 1, values + count);
  if (arguments.empty() || arguments.size() > 2) {
    std::cerr << "usage: spelling_peer ARCHIVE [DAMAGES]\n";
    return 64;
  }
  try {
    diarium::run(arguments[0], arguments.size() > 1 ? std::stoul(arguments[1]) : diarium::kDamages);
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 2;
  }
  return 0;
}
