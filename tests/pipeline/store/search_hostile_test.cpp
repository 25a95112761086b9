#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <random>

#include "pipeline/store/search.h"
#include "sample_archive.h"

namespace diarium {
namespace {

/// What people and attackers type, and what means something to FTS5, SQL or the reader of queries.
const std::vector<std::string> kPieces{"\"",
                                       "(",
                                       ")",
                                       "*",
                                       "-",
                                       "OR",
                                       "AND",
                                       "NOT",
                                       "OCH",
                                       "ELLER",
                                       "INTE",
                                       "NEAR(",
                                       ":",
                                       "kind:",
                                       "dnr:2019",
                                       "'",
                                       "a\"b",
                                       "+x",
                                       "~y",
                                       "=z",
                                       "{b}",
                                       "title",
                                       "body:",
                                       "^",
                                       ",",
                                       "å",
                                       "\xC3",
                                       std::string(1, '\0'),
                                       "\x02",
                                       " ",
                                       "familj",
                                       "§ 4",
                                       "--",
                                       ";",
                                       "%",
                                       "_",
                                       "1 0",
                                       "x*y",
                                       "**",
                                       "\xE2\x80\x9C",
                                       "from:2024",
                                       "rowid:1",
                                       "year:x",
                                       "\\",
                                       "\n",
                                       "1 100 000",
                                       "EU:s",
                                       "a-b",
                                       "=",
                                       "~1",
                                       "~99",
                                       "\"a b\"~5",
                                       "belopp:>1",
                                       "datum:..",
                                       "sammansatt:nej",
                                       "saknas:datum",
                                       "person:ek",
                                       "familjecentral~2",
                                       "status:beslutad",
                                       "passage_index",
                                       "NEAR",
                                       "title : x",
                                       "{title body} : x",
                                       "\xF0\x9F\x8E\xB7",
                                       "a\xCC\x8A"};

const std::vector<std::string> kFrames{
    "@",        "\"@\"",       "(@)",       "-@ familj", "@*",
    "=@",       "@~1",         "person:@",  "kind:@",    "\"@ familj\"~3",
    "familj @", "@ OR familj", "dnr:\"@\"", "belopp:@",  "@@@@@@@@"};

/// Asks queries, and keeps what must hold of all answers.
class Asker {
 public:
  Asker() : archive_(Archive::open(folder_ / "a.db")) { put_sample(archive_); }

  /// Any other exception fails the test: no error of SQLite may come through.
  void ask(const std::string& query) {
    const auto start = std::chrono::steady_clock::now();
    try {
      const SearchResult result =
          search(archive_, query, {.facets = true, .deadline = std::chrono::milliseconds(250)});
      found_ += result.hits.empty() ? 0 : 1;
    } catch (const QueryError& error) {
      CAPTURE(query);
      REQUIRE(error.position() <= query.size());
    }
    longest_ = std::max(longest_, std::chrono::steady_clock::now() - start);
  }

  void ask_at_random(int rounds) {
    std::mt19937 random(7);
    for (int round = 0; round < rounds; ++round) {
      std::string query;
      for (std::size_t i = random() % 8; i > 0; --i) query += kPieces[random() % kPieces.size()];
      for (std::size_t i = random() % 3; i > 0; --i) query += static_cast<char>(random());
      ask(query);
    }
  }

  [[nodiscard]] int found() const { return found_; }
  [[nodiscard]] double longest_seconds() const {
    return std::chrono::duration<double>(longest_).count();
  }

 private:
  TemporaryFolder folder_;
  Archive archive_;
  int found_ = 0;
  std::chrono::steady_clock::duration longest_{0};
};

std::string filled(const std::string& frame, const std::string& piece) {
  std::string query;
  for (const char c : frame) query += c == '@' ? piece : std::string(1, c);
  return query;
}

}  // namespace

TEST_CASE("hostile queries: whatever is typed, the answer is hits or an error of the query") {
  Asker asker;
  asker.ask_at_random(600);
  for (const std::string& frame : kFrames) {
    for (const std::string& piece : kPieces) asker.ask(filled(frame, piece));
  }
  CHECK(asker.found() > 0);
}

TEST_CASE("hostile queries: size alone is no attack") {
  Asker asker;
  for (const std::string piece : {"(", "NOT ", "a OR ", "-", "\"", "a ", "å", "*", "kind:vote "}) {
    std::string query;
    while (query.size() < 100'000) query += piece;
    asker.ask(query);
  }
  CHECK(asker.longest_seconds() < 2);
}

// Some minutes: store_tests "[long]"
TEST_CASE("hostile queries: 200 000 at random end within the deadline", "[.long]") {
  Asker asker;
  asker.ask_at_random(200'000);
  CHECK(asker.found() > 0);
  CHECK(asker.longest_seconds() < 2);
  WARN("the longest took " << asker.longest_seconds() << " s");
}

}  // namespace diarium
