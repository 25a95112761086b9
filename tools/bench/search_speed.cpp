// Measures the search on many made-up clauses, beside SQLite's own tokenizer and bm25 on the same
// texts. usage: search_speed make ARCHIVE CLAUSES     an archive, and ARCHIVE.peer with a unicode61
// index
//        search_speed run ARCHIVE              latencies and sizes, as one table
//        search_speed questions                what is asked, a line each
//        (tools/bench/search-peers)

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <functional>
#include <iostream>
#include <string>
#include <vector>

#include "models/unicode.h"
#include "pipeline/store/archive.h"
#include "pipeline/store/search.h"
#include "tools/bench/clause_mill.h"

namespace diarium {
namespace {

constexpr std::size_t kClausesOfPaper = 20;
constexpr std::size_t kPapersOfTransaction = 250;
constexpr std::uint32_t kSeed = 7;
constexpr std::size_t kWords = 50'000;

/// CPU time of this process: others may have the machine as well.
double cpu_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

struct Peer {
  explicit Peer(const std::string& archive, int flags) : database(archive + ".peer", flags) {}
  SQLite::Database database;
};

/// Four papers a day from 1990 on: an archive is read in the order of its days, more or less.
Date day_of(std::size_t number) {
  using namespace std::chrono;
  const year_month_day day = sys_days(year(1990) / 1 / 1) + days(number / 4);
  return {.year = static_cast<int>(day.year()),
          .month = static_cast<int>(static_cast<unsigned>(day.month())),
          .day = static_cast<int>(static_cast<unsigned>(day.day()))};
}

Document paper_of(const std::vector<std::string>& clauses, std::size_t number,
                  const std::string& source) {
  Document document;
  document.source = source;
  document.id = source + ".d1";
  document.kind = static_cast<DocumentKind>(number % 12);
  document.first_page = 1;
  document.body = number % 3 == 0 ? "Kommunstyrelsen" : "Socialnämnden";
  document.date = day_of(number);
  document.case_numbers = {
      {.authority = "KS", .year = 2010, .serial = static_cast<int>(number), .raw = ""}};
  for (const std::string& clause : clauses) {
    document.text.append(clause, {.page = 1, .box = {72, 72, 500, 84}});
    document.text.append_gap("\n");
  }
  return document;
}

std::vector<Finding> findings_of(const std::vector<std::string>& clauses) {
  std::vector<Finding> findings;
  std::size_t begin = 0;
  int n = 0;
  for (const std::string& clause : clauses) {
    findings.push_back({.record = Beslutssats{.n = ++n,
                                              .text = clause,
                                              .status = DecisionStatus::decided,
                                              .decider = "Kommunstyrelsen"},
                        .span = {begin, begin + clause.size()},
                        .rule = "made_up"});
    begin += clause.size() + 1;
  }
  return findings;
}

void make(const std::string& file, std::size_t count) {
  ClauseMill mill(kSeed, dictionary_words(kWords));
  Archive archive = Archive::open(file);
  double seconds = 0;  // but for what the mill takes
  std::size_t made = 0;
  for (std::size_t paper = 0; made < count;) {
    std::vector<std::vector<std::string>> papers;
    for (std::size_t i = 0; i < kPapersOfTransaction && made < count; ++i) {
      papers.push_back(mill.paper(kClausesOfPaper));
      made += papers.back().size();
    }
    const double start = cpu_seconds();
    Archive::Transaction transaction(archive);
    for (const std::vector<std::string>& clauses : papers) {
      const std::string source = archive.add_source(fmt::format("{:016x}{:048x}", paper, paper), 1);
      Document document = paper_of(clauses, paper, source);
      document.sections.push_back({});  // an empty one: the text is that of the clauses
      archive.put_understanding(source, "u", {},
                                {.documents = {document}, .findings = {findings_of(clauses)}});
      ++paper;
    }
    transaction.commit();
    seconds += cpu_seconds() - start;
  }
  fmt::print("{} clauses into all tables: {:.0f} records/s of CPU\n", made,
             static_cast<double>(made) / seconds);
}

void make_peer(const std::string& file) {
  std::filesystem::remove(file + ".peer");
  Peer peer(file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  peer.database.exec("ATTACH '" + file + "' AS archive");
  peer.database.exec(
      "CREATE TABLE text (id INTEGER PRIMARY KEY, title TEXT, body TEXT);"
      "INSERT INTO text SELECT id, title, body FROM archive.passage;"
      "CREATE VIRTUAL TABLE peer USING fts5 (title, body, content = 'text',"
      " content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 0')");
  double start = cpu_seconds();
  peer.database.exec("INSERT INTO peer (peer) VALUES ('rebuild')");
  const double rows = peer.database.execAndGet("SELECT count(*) FROM text").getDouble();
  fmt::print("unicode61, index alone:  {:.0f} records/s of CPU\n", rows / (cpu_seconds() - start));
  start = cpu_seconds();
  {
    // Another fingerprint has it made anew.
    SQLite::Database archive(file, SQLite::OPEN_READWRITE);
    archive.exec("UPDATE analyser SET fingerprint = ''");
  }
  Archive::open(file);
  fmt::print("sv, index alone:         {:.0f} records/s of CPU\n", rows / (cpu_seconds() - start));
}

struct Question {
  std::string ours;
  std::string peers;  ///< as FTS5 wants it
};

std::vector<Question> questions() {
  ClauseMill mill(kSeed + 1, dictionary_words(kWords));
  const auto quoted = [](const std::string& word) { return '"' + word + '"'; };
  std::vector<Question> questions;
  const auto add = [&questions](int count, const std::function<Question()>& make_one) {
    for (int i = 0; i < count; ++i) questions.push_back(make_one());
  };
  const auto word = [&](const std::string& text) { return Question{text, quoted(text)}; };
  add(60, [&] { return word(mill.noun()); });
  add(40, [&] { return word(mill.name()); });
  add(40, [&] { return word(mill.compound()); });
  add(50, [&] {
    const std::string a = mill.noun();
    const std::string b = mill.compound();
    return Question{a + " " + b, quoted(a) + " AND " + quoted(b)};
  });
  add(20, [&] {
    const std::string phrase = "att " + mill.verb() + " " + mill.noun();
    return Question{quoted(phrase), quoted(phrase)};
  });
  add(20, [&] {
    const std::string begin = mill.compound().substr(0, 6);
    return Question{begin + "*", quoted(begin) + " *"};
  });
  add(17, [&] {
    const std::string a = mill.noun();
    const std::string b = mill.noun();
    return Question{quoted(a + " " + b) + "~5", "NEAR(" + quoted(a) + " " + quoted(b) + ", 5)"};
  });
  // A cut within a letter is no text.
  std::erase_if(questions,
                [](const Question& one) { return one.ours.find("\xC3*") != std::string::npos; });
  return questions;
}

/// Words with two slips, which stand nowhere: one letter is missing, two are swapped.
std::vector<std::string> misspelt_words() {
  constexpr std::size_t kWanted = 60;
  constexpr std::size_t kShortest = 8;
  ClauseMill mill(kSeed + 2, dictionary_words(kWords));
  std::vector<std::string> words;
  while (words.size() < kWanted) {
    std::u32string letters = code_points(words.size() % 3 == 0 ? mill.noun() : mill.compound());
    if (letters.size() < kShortest) continue;
    letters.erase(2, 1);
    std::swap(letters[4], letters[5]);
    words.push_back(to_utf8(letters));
  }
  return words;
}

class Clock {
 public:
  void time(const std::function<void()>& work) {
    const double start = cpu_seconds();
    work();
    milliseconds_.push_back((cpu_seconds() - start) * 1'000);
  }
  [[nodiscard]] double percentile(double part) {
    std::sort(milliseconds_.begin(), milliseconds_.end());
    return milliseconds_.at(
        static_cast<std::size_t>(part * static_cast<double>(milliseconds_.size() - 1)));
  }

 private:
  std::vector<double> milliseconds_;
};

double bytes_of(SQLite::Database& database, const std::string& table) {
  return database.execAndGet("SELECT sum(pgsize) FROM dbstat WHERE name GLOB '" + table + "_*'")
      .getDouble();
}

void print_row(const char* name, Clock& clock, double bytes) {
  fmt::print("{:<28} p50 {:8.1f} ms   p95 {:8.1f} ms   index {:6.0f} MB\n", name,
             clock.percentile(0.5), clock.percentile(0.95), bytes / 1e6);
}

void run(const std::string& file) {
  const Archive archive = Archive::open_read_only(file);
  Peer peer(file, SQLite::OPEN_READONLY);
  SQLite::Database plain(file, SQLite::OPEN_READONLY);
  Clock ours;
  Clock ours_facets;
  Clock ours_newest;
  Clock peers;
  std::int64_t hits = 0;
  std::int64_t peer_hits = 0;
  for (const Question& question : questions()) {
    ours.time([&] { hits += search(archive, question.ours).total; });
    ours_facets.time([&] { search(archive, question.ours, {.limit = 1, .facets = true}); });
    ours_newest.time([&] { search(archive, question.ours, {.sort = SortOrder::date}); });
    peers.time([&] {
      SQLite::Statement row(peer.database,
                            "SELECT rowid, snippet(peer, 1, '[', ']', '…', 20) FROM peer"
                            " WHERE peer MATCH ? ORDER BY bm25(peer) LIMIT 20");
      row.bind(1, question.peers);
      while (row.executeStep()) ++peer_hits;
    });
  }
  Clock suggestions;
  int suggested = 0;
  int unknown = 0;
  for (const std::string& word : misspelt_words()) {
    SearchResult result;
    suggestions.time([&] { result = search(archive, word); });
    if (result.total == 0) ++unknown;
    if (!result.suggestion.empty()) ++suggested;
  }
  fmt::print("hits found in all: {} (the peer's first 20s: {})\n", hits, peer_hits);
  print_row("diarium, 20 with passages", ours, bytes_of(plain, "passage_index"));
  print_row("diarium, the 20 newest", ours_newest, 0);
  print_row("diarium, facets", ours_facets, 0);
  print_row("unicode61 and bm25", peers, bytes_of(peer.database, "peer"));
  print_row("misspelt words, Menade du", suggestions, 0);
  fmt::print("misspelt words that stand nowhere: {}, with a suggestion: {}\n", unknown, suggested);
  fmt::print("p95 beside the peer's: {:.2f}\n", ours.percentile(0.95) / peers.percentile(0.95));
}

}  // namespace
}  // namespace diarium

int main(int count, char** values) {
  const std::vector<std::string> arguments(values + 1, values + count);
  try {
    if (arguments.size() == 3 && arguments[0] == "make") {
      diarium::make(arguments[1], std::stoul(arguments[2]));
      diarium::make_peer(arguments[1]);
      return 0;
    }
    if (arguments == std::vector<std::string>{"questions"}) {
      for (const auto& question : diarium::questions()) fmt::print("{}\n", question.ours);
      return 0;
    }
    if (arguments.size() == 2 && arguments[0] == "run") {
      diarium::run(arguments[1]);
      return 0;
    }
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 2;
  }
  std::cerr << "usage: search_speed make ARCHIVE CLAUSES | search_speed run ARCHIVE | search_speed "
               "questions\n";
  return 64;
}
