// Row 17 of the table of promises: whatever is typed into the search box, the answer is hits or an
// error of the query, in time. DIARIUM_QUERIED=FILE asks an archive of one's own (search_speed
// make).
#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <random>

#include "hostile_files.h"
#include "night.h"
#include "pipeline/store/search.h"
#include "tests/pipeline/run/temporary_archive.h"

namespace diarium {
namespace {

using Clock = std::chrono::steady_clock;

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
                                       "(typ:motion OR ",
                                       " (år:2019 familj) OR ",
                                       " NÄRA/5 ",
                                       " NEAR/",
                                       "NEAR",
                                       "title : x",
                                       "{title body} : x",
                                       "\xF0\x9F\x8E\xB7",
                                       "a\xCC\x8A"};

const std::vector<std::string> kFrames{
    "@",        "\"@\"",       "(@)",       "-@ familj", "@*",
    "=@",       "@~1",         "person:@",  "kind:@",    "\"@ familj\"~3",
    "familj @", "@ OR familj", "dnr:\"@\"", "belopp:@",  "@@@@@@@@"};

constexpr std::chrono::milliseconds kDeadline{250};  // as the search page sets it
constexpr int kMostTime = 400;                       // milliseconds

std::string filled(const std::string& frame, const std::string& piece) {
  std::string query;
  for (const char c : frame) query += c == '@' ? piece : std::string(1, c);
  return query;
}

/// Each piece in each frame.
std::vector<std::string> crafted_queries() {
  std::vector<std::string> queries;
  for (const std::string& frame : kFrames) {
    for (const std::string& piece : kPieces) queries.push_back(filled(frame, piece));
  }
  return queries;
}

std::string random_query(std::mt19937& random) {
  std::string query;
  for (std::size_t i = random() % 8; i > 0; --i) query += kPieces[random() % kPieces.size()];
  for (std::size_t i = random() % 3; i > 0; --i) query += static_cast<char>(random());
  return query;
}

Document paper_of(const std::string& source, int number) {
  Document document;
  document.source = source;
  document.id = source + ".d1";
  document.kind = DocumentKind::protokoll;
  document.title = "Familjecentral i Almvik";
  document.body = "Kommunstyrelsen";
  document.date = Date{.year = 2000 + number % 25, .month = 3, .day = 5};
  for (const std::string& line : memo_lines(number)) {
    document.text.append(line, {.page = 1, .box = {72, 72, 500, 84}});
    document.text.append_gap("\n");
  }
  return document;
}

/// So much that a query has something to search through.
Archive archive_of_memos(const std::filesystem::path& file) {
  constexpr int kPapers = 1'000;
  Archive archive = Archive::open(file);
  Archive::Transaction transaction(archive);
  for (int n = 0; n < kPapers; ++n) {
    const std::string source = archive.add_source(fmt::format("{:016x}{:048x}", n, n), 1);
    const Document document = paper_of(source, n);
    const Finding clause{.record = Beslutssats{.n = 1, .text = "Att inrätta en familjecentral"},
                         .span = {0, 10},
                         .rule = "made_up"};
    archive.put_understanding(source, "u", {}, {.documents = {document}, .findings = {{clause}}});
  }
  transaction.commit();
  return archive;
}

Archive queried_archive(const TemporaryFolder& folder) {
  const char* given = std::getenv("DIARIUM_QUERIED");  // NOLINT: one thread
  return given == nullptr ? archive_of_memos(folder.path() / "a.db")
                          : Archive::open_read_only(given);
}

/// Asks queries, and keeps what must hold of all answers.
class Asker {
 public:
  explicit Asker(const Archive& archive) : archive_(archive) {}

  /// Any other exception fails the test: no error of SQLite may come through.
  void ask(const std::string& query) {
    const auto start = Clock::now();
    const std::clock_t used = std::clock();
    try {
      const SearchResult result = search(archive_, query, {.facets = true, .deadline = kDeadline});
      found_ += result.hits.empty() ? 0 : 1;
      interrupted_ += result.interrupted ? 1 : 0;
    } catch (const QueryError& error) {
      ++refused_;
      CAPTURE(query);
      REQUIRE(error.position() <= query.size());
    }
    const double took = 1e3 * static_cast<double>(std::clock() - used) / CLOCKS_PER_SEC;
    late_ += took > kMostTime ? 1 : 0;
    if (took > longest_) slowest_ = query;
    longest_ = std::max(longest_, took);
    late_by_clock_ += Clock::now() - start > std::chrono::milliseconds(kMostTime) ? 1 : 0;
    ++asked_;
  }

  [[nodiscard]] int found() const { return found_; }
  [[nodiscard]] int late() const { return late_; }
  [[nodiscard]] const std::string& slowest() const { return slowest_; }
  [[nodiscard]] std::string told() const {
    return fmt::format(
        "{} had hits, {} refused with a place, {} cut short; longest {:.0f} ms of the processor, "
        "{} "
        "of {} over {} ms ({} by the clock); 0 crashes, 0 errors of SQLite",
        found_, refused_, interrupted_, longest_, late_, asked_, kMostTime, late_by_clock_);
  }

 private:
  const Archive& archive_;
  int asked_ = 0;
  int found_ = 0;
  int refused_ = 0;
  int interrupted_ = 0;
  int late_ = 0;
  int late_by_clock_ = 0;
  double longest_ = 0;  // milliseconds of the processor
  std::string slowest_;
};

}  // namespace

TEST_CASE("row 17: hostile queries give hits or an error of the query, in time") {
  const TemporaryFolder folder;
  const Archive archive = queried_archive(folder);
  const std::vector<std::string> crafted = crafted_queries();
  const int at_random = times(1'000, 200'000);
  Asker asker(archive);
  for (const std::string& query : crafted) asker.ask(query);
  std::mt19937 random(7);
  for (int n = 0; n < at_random; ++n) asker.ask(random_query(random));
  CHECK(asker.found() > 0);
  CAPTURE(asker.slowest());
  CHECK(asker.late() == 0);
  tell_row(17, fmt::format("{} crafted and {} random queries: {}", crafted.size(), at_random,
                           asker.told()));
}

}  // namespace diarium
