#include "pipeline/store/spelling.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <functional>
#include <map>
#include <utility>

#include "models/unicode.h"
#include "pipeline/store/analyser.h"
#include "pipeline/store/database.h"
#include "pipeline/store/lexicon_image.h"
#include "pipeline/store/word_blocks.h"

namespace diarium {
namespace {

constexpr std::size_t kShortest = 3;
constexpr std::size_t kLongest = 40;
constexpr std::size_t kMostWords = 20;
constexpr std::size_t kMostCounted = 60;  // candidates whose number of hits is asked for
constexpr int kSuggestedDistance = 2;
constexpr std::size_t kLettersOfTwoErrors = 5;  // in shorter words two errors make any word

/// Edits between two words, a swap of neighbours counting as one; `most` + 1 for more than `most`.
/// Only what lies within `most` of the diagonal is looked at. Words of at most kLongest letters.
/// `alike` says of a letter of `a` and one of `b` whether they are no edit.
template <typename Alike>
int edits_between(std::u32string_view a, std::u32string_view b, int most, Alike alike) {
  const auto width = static_cast<int>(b.size());
  const auto height = static_cast<int>(a.size());
  if (std::abs(width - height) > most) return most + 1;
  using Row = std::array<int, kLongest + 2>;
  std::array<Row, 3> rows;
  for (Row& row : rows) row.fill(most + 1);
  for (int k = 0; k <= std::min(width, most); ++k) rows[0][static_cast<std::size_t>(k)] = k;
  for (int i = 1; i <= height; ++i) {
    Row& row = rows[static_cast<std::size_t>(i % 3)];
    const Row& last = rows[static_cast<std::size_t>((i + 2) % 3)];
    const Row& before_last = rows[static_cast<std::size_t>((i + 1) % 3)];
    row.fill(most + 1);
    if (i <= most) row[0] = i;
    for (int j = std::max(1, i - most); j <= std::min(width, i + most); ++j) {
      const auto k = static_cast<std::size_t>(j);
      const char32_t ours = a[static_cast<std::size_t>(i) - 1];
      const int changed = last[k - 1] + (alike(ours, b[k - 1]) ? 0 : 1);
      row[k] = std::min({changed, last[k] + 1, row[k - 1] + 1});
      const bool swapped = i > 1 && j > 1 && alike(ours, b[k - 2]) &&
                           alike(a[static_cast<std::size_t>(i) - 2], b[k - 1]);
      if (swapped) row[k] = std::min(row[k], before_last[k - 2] + 1);
    }
  }
  return std::min(rows[static_cast<std::size_t>(height % 3)][b.size()], most + 1);
}

char32_t bare(char32_t letter) {
  if (letter == U'å' || letter == U'ä') return U'a';
  return letter == U'ö' ? U'o' : letter;
}

/// Whoever types dots means them; who types none may have left them out.
bool is_meant_by(char32_t typed, char32_t letter) {
  return typed == letter || typed == bare(letter);
}

struct Candidate {
  int meant = 0;  ///< edits from what was typed, dots that were left out being none
  int plain = 0;  ///< edits with the dots
  std::int64_t hits = 0;
  std::string form;
};

std::int64_t hits_of(Database& database, const std::string& match) {
  SQLite::Statement& row = database.prepared(
      "SELECT count(*) FROM (SELECT 1 FROM passage_index WHERE passage_index MATCH ? LIMIT 10000)");
  Binder(row).add(match);
  row.executeStep();
  const std::int64_t hits = row.getColumn(0).getInt64();
  row.reset();
  return hits;
}

/// All words of the index that differ in at most `distance` edits.
std::vector<Candidate> candidates(Database& database, const std::string& form, int distance) {
  const std::u32string plain = code_points(form);
  const std::u32string folded = code_points(without_dots(form));
  std::vector<Candidate> found;
  const auto take = [&](std::string_view other) {
    const std::u32string other_folded = code_points(without_dots(other));
    const int edits = edits_between(folded, other_folded, distance, std::equal_to<>());
    if (edits > distance || other == form) return;
    const std::u32string other_plain = code_points(other);
    const int most = 2 * distance + 1;
    found.push_back({.meant = edits_between(plain, other_plain, most, is_meant_by),
                     .plain = edits_between(plain, other_plain, most, std::equal_to<>()),
                     .form = std::string(other)});
  };
  const std::size_t size = plain.size();
  for (std::size_t letters = size - static_cast<std::size_t>(distance);
       letters <= std::min(size + static_cast<std::size_t>(distance), kLongest); ++letters) {
    find_in_blocks(database, letters, letters_in(folded), 2 * distance, take);
  }
  return found;
}

/// The `most` closest, of those alike the commonest first. How often a word stands is asked only as
/// long as it matters.
std::vector<std::string> closest(Database& database, const std::string& form, int distance,
                                 std::size_t most) {
  const std::size_t letters = code_points(form).size();
  if (letters < kShortest || letters > kLongest || is_digit(first_point(form))) return {};
  std::vector<Candidate> found = candidates(database, form, distance);
  const auto closeness = [](const Candidate& one) { return std::pair(one.meant, one.plain); };
  std::sort(found.begin(), found.end(), [&](const Candidate& a, const Candidate& b) {
    return std::pair(closeness(a), a.form) < std::pair(closeness(b), b.form);
  });
  if (found.size() > kMostCounted) found.resize(kMostCounted);
  std::vector<std::string> forms;
  for (auto begin = found.begin(); begin != found.end() && forms.size() < most;) {
    const auto end = std::find_if(begin, found.end(), [&](const Candidate& one) {
      return closeness(one) != closeness(*begin);
    });
    for (auto one = begin; one != end; ++one) {
      one->hits = hits_of(database, fmt::format(R"("={}")", one->form));
    }
    std::stable_sort(begin, end,
                     [](const Candidate& a, const Candidate& b) { return a.hits > b.hits; });
    for (; begin != end; ++begin) {
      const bool stands = begin->hits > 0;  // else it was taken out since
      if (stands && forms.size() < most) forms.push_back(begin->form);
    }
  }
  return forms;
}

void fill_similar(Database& database, std::vector<QueryNode>& nodes) {
  for (QueryNode& node : nodes) {
    fill_similar(database, node.parts);
    if (node.type != QueryNode::Type::word || node.distance == 0) continue;
    const std::vector<IndexedWord> words = indexed_words(node.text);
    if (words.size() != 1) continue;
    node.similar = similar_words(database, words.front().form, node.distance);
  }
}

/// Replaces words that stand nowhere; true if it replaced one.
bool correct(Database& database, std::vector<QueryNode>& nodes) {
  bool corrected = false;
  for (QueryNode& node : nodes) {
    corrected = correct(database, node.parts) || corrected;
    if (node.type != QueryNode::Type::word || node.negated) continue;
    const std::vector<IndexedWord> words = indexed_words(node.text);
    if (words.size() != 1) continue;
    const std::string& form = words.front().form;
    if (hits_of(database, fmt::format(R"("{0}" OR "+{0}" OR "~{0}")", form)) > 0) continue;
    const bool two = code_points(form).size() >= kLettersOfTwoErrors;
    if (code_points(form).size() < kShortest) continue;
    const auto similar = closest(database, form, two ? kSuggestedDistance : 1, 1);
    if (similar.empty()) continue;
    node.text = similar.front();
    node.exact = false;
    node.distance = 0;
    corrected = true;
  }
  return corrected;
}

/// Of all words: forgotten ones must not stand in a block either.
void make_blocks_anew(Database& database) {
  run_statement(database, "DELETE FROM word_block");
  std::map<std::size_t, std::vector<std::string>> words;
  SQLite::Statement& row = database.prepared("SELECT letters, form FROM word");
  while (row.executeStep()) {
    words[static_cast<std::size_t>(row.getColumn(0).getInt64())].push_back(text_of(row, 1));
  }
  row.reset();
  for (const auto& [letters, forms] : words) put_in_blocks(database, letters, forms);
}

}  // namespace

void put_words(Database& database, const std::vector<std::string>& forms) {
  std::vector<std::pair<std::size_t, std::string_view>> words;
  for (const std::string& form : forms) {
    const std::size_t letters = code_points(form).size();
    if (letters >= kShortest && letters <= kLongest) words.emplace_back(letters, form);
  }
  std::sort(words.begin(), words.end());  // as the table is: neighbours share a page
  std::map<std::size_t, std::vector<std::string>> unknown;  // by their letters
  for (const auto& [letters, form] : words) {
    const int added =
        run_statement(database, "INSERT OR IGNORE INTO word (letters, form) VALUES (?, ?)",
                      static_cast<std::int64_t>(letters), form);
    if (added > 0) unknown[letters].emplace_back(form);
  }
  for (const auto& [letters, added] : unknown) put_in_blocks(database, letters, added);
}

void drop_unused_words(Database& database) {
  SQLite::Statement& row = database.prepared("SELECT form FROM word");
  std::vector<std::string> unused;
  while (row.executeStep()) {
    std::string form = text_of(row, 0);
    if (hits_of(database, fmt::format(R"("{0}" OR "+{0}" OR "~{0}")", form)) == 0)
      unused.push_back(std::move(form));
  }
  row.reset();
  for (const std::string& form : unused)
    run_statement(database, "DELETE FROM word WHERE form = ?", form);
  if (!unused.empty()) make_blocks_anew(database);
  database.execute(
      "DELETE FROM search_value WHERE field = 'body'"
      " AND id NOT IN (SELECT body FROM passage_fact)");
}

std::vector<std::string> similar_words(Database& database, const std::string& form, int distance) {
  return closest(database, form, distance, kMostWords);
}

void find_similar_words(Database& database, Query& query) {
  fill_similar(database, query.terms);
}

std::string suggestion_for(Database& database, const Query& query) {
  Query corrected = query;
  return correct(database, corrected.terms) ? to_string(corrected) : std::string();
}

}  // namespace diarium
