#include "pipeline/store/spelling.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <tuple>

#include "models/unicode.h"
#include "pipeline/store/analyser.h"
#include "pipeline/store/database.h"
#include "pipeline/store/lexicon.h"

namespace diarium {
namespace {

constexpr std::size_t kShortest = 3;
constexpr std::size_t kLongest = 40;
constexpr std::size_t kMostWords = 20;
constexpr std::size_t kMostCounted = 60;  // candidates whose number of hits is asked for
constexpr int kSuggestedDistance = 2;
constexpr std::size_t kLettersOfTwoErrors = 7;  // in shorter words two errors make any word

/// One bit a letter (hashed to 64): words that differ in n letters differ in at most 2 n bits.
std::uint64_t letters_in(std::u32string_view word) {
  std::uint64_t letters = 0;
  for (const char32_t letter : word) letters |= std::uint64_t{1} << (letter % 64U);
  return letters;
}

/// Edits between two words, a swap of neighbours counting as one; `most` + 1 for more than `most`.
int edits_between(std::u32string_view a, std::u32string_view b, int most) {
  const auto width = static_cast<int>(b.size());
  std::vector<int> before_last(b.size() + 1);
  std::vector<int> last(b.size() + 1);
  std::vector<int> row(b.size() + 1);
  for (int k = 0; k <= width; ++k) last[static_cast<std::size_t>(k)] = k;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = static_cast<int>(i);
    int least = row[0];
    for (std::size_t k = 1; k <= b.size(); ++k) {
      const int changed = last[k - 1] + (a[i - 1] == b[k - 1] ? 0 : 1);
      row[k] = std::min({changed, last[k] + 1, row[k - 1] + 1});
      const bool swapped = i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1];
      if (swapped) row[k] = std::min(row[k], before_last[k - 2] + 1);
      least = std::min(least, row[k]);
    }
    if (least > most) return most + 1;
    std::swap(before_last, last);
    std::swap(last, row);
  }
  return std::min(last[b.size()], most + 1);
}

struct Candidate {
  int folded = 0;  ///< edits between the words without their dots
  int plain = 0;   ///< and with them
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

/// A word as it is compared.
struct Spelling {
  explicit Spelling(const std::string& form)
      : plain(code_points(form)),
        folded(code_points(without_dots(form))),
        bits(letters_in(folded)) {}
  std::u32string plain;
  std::u32string folded;
  std::uint64_t bits;
};

/// With which letters a similar word may begin. A slip at the very first letter is rare but for one
/// that is missing, one too many or swapped, and to look at all words takes long.
std::vector<std::string> likely_beginnings(const std::string& form) {
  const std::u32string letters = code_points(form);
  std::vector<std::string> beginnings;
  for (const char32_t letter : {letters[0], letters[1]}) {
    const std::u32string alike = letter == U'o' || letter == U'ö'                     ? U"oö"
                                 : letter == U'a' || letter == U'å' || letter == U'ä' ? U"aåä"
                                                                                      : U"";
    for (const char32_t one : alike.empty() ? std::u32string(1, letter) : alike) {
      const std::string beginning = to_utf8(std::u32string(1, one));
      if (std::find(beginnings.begin(), beginnings.end(), beginning) == beginnings.end()) {
        beginnings.push_back(beginning);
      }
    }
  }
  return beginnings;
}

std::vector<Candidate> candidates(Database& database, const std::string& form, int distance,
                                  const std::vector<std::string>& beginnings) {
  const Spelling wanted(form);
  const auto size = static_cast<std::int64_t>(wanted.plain.size());
  std::vector<Candidate> found;
  for (std::int64_t letters = size - distance; letters <= size + distance; ++letters) {
    for (const std::string& beginning : beginnings) {
      SQLite::Statement& row = database.prepared(
          "SELECT form FROM word WHERE letters = ? AND form >= ? AND form < ? AND form <> ?");
      Binder(row).add(letters).add(beginning).add(beginning + "\xF4\x8F\xBF\xBF").add(form);
      while (row.executeStep()) {
        std::string other = text_of(row, 0);
        const Spelling spelling(other);
        if (std::popcount(wanted.bits ^ spelling.bits) > 2 * distance) continue;
        const int edits = edits_between(wanted.folded, spelling.folded, distance);
        if (edits > distance) continue;
        const int plain = edits_between(wanted.plain, spelling.plain, 2 * distance + 1);
        found.push_back({.folded = edits, .plain = plain, .form = std::move(other)});
      }
      row.reset();
    }
  }
  return found;
}

std::vector<std::string> closest(Database& database, const std::string& form, int distance,
                                 const std::vector<std::string>& beginnings) {
  const std::size_t letters = code_points(form).size();
  if (letters < kShortest || letters > kLongest || is_digit(first_point(form))) return {};
  std::vector<Candidate> found = candidates(database, form, distance, beginnings);
  const auto closer = [](const Candidate& a, const Candidate& b) {
    return std::tuple(a.folded, a.plain, -a.hits, a.form) <
           std::tuple(b.folded, b.plain, -b.hits, b.form);
  };
  std::sort(found.begin(), found.end(), closer);
  if (found.size() > kMostCounted) found.resize(kMostCounted);
  for (Candidate& one : found) one.hits = hits_of(database, fmt::format(R"("={}")", one.form));
  std::erase_if(found, [](const Candidate& one) { return one.hits == 0; });  // taken out since
  std::sort(found.begin(), found.end(), closer);
  std::vector<std::string> forms;
  for (const Candidate& one : found) {
    if (forms.size() < kMostWords) forms.push_back(one.form);
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
    const auto similar =
        closest(database, form, two ? kSuggestedDistance : 1, likely_beginnings(form));
    if (similar.empty()) continue;
    node.text = similar.front();
    node.exact = false;
    node.distance = 0;
    corrected = true;
  }
  return corrected;
}

}  // namespace

void put_words(Database& database, const std::vector<std::string>& forms) {
  std::vector<std::pair<std::int64_t, std::string_view>> words;
  for (const std::string& form : forms) {
    const std::size_t letters = code_points(form).size();
    if (letters < kShortest || letters > kLongest) continue;
    words.emplace_back(static_cast<std::int64_t>(letters), form);
  }
  std::sort(words.begin(), words.end());  // as the table is: neighbours share a page
  for (const auto& [letters, form] : words) {
    run_statement(database, "INSERT OR IGNORE INTO word (letters, form) VALUES (?, ?)", letters,
                  form);
  }
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
  database.execute(
      "DELETE FROM search_value WHERE field = 'body'"
      " AND id NOT IN (SELECT body FROM passage_fact)");
}

std::vector<std::string> similar_words(Database& database, const std::string& form, int distance) {
  return closest(database, form, distance, {""});
}

void find_similar_words(Database& database, Query& query) {
  fill_similar(database, query.terms);
}

std::string suggestion_for(Database& database, const Query& query) {
  Query corrected = query;
  return correct(database, corrected.terms) ? to_string(corrected) : std::string();
}

}  // namespace diarium
