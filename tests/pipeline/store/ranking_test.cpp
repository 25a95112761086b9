#include "pipeline/store/ranking.h"

#include <catch2/catch.hpp>

#include "pipeline/store/archive.h"
#include "pipeline/store/database.h"
#include "sample_archive.h"

namespace diarium {
namespace {

/// Puts passages straight into the index.
void put(Database& database, const std::string& title, const std::string& body) {
  run_statement(database,
                "INSERT INTO passage (document, kind, ordinal, title, body) VALUES (?, 'document',"
                " (SELECT count(*) + 100 FROM passage), ?, ?)",
                kSource + ".d1", title, body);
  run_statement(database,
                "INSERT INTO passage_index (rowid, title, body) VALUES (last_insert_rowid(), ?, ?)",
                title, body);
}

std::string bodies(Database& database, const std::string& match, const std::string& letters) {
  SQLite::Statement& row = database.prepared(
      "SELECT body FROM passage_index WHERE passage_index MATCH ?"
      " ORDER BY hit_rank(passage_index, ?) DESC, rowid");
  Binder(row).add(match).add(letters);
  std::string all;
  while (row.executeStep()) all += text_of(row, 0) + ";";
  row.reset();
  return all;
}

}  // namespace

TEST_CASE("ranking: a title counts more than a text, and twice more than once") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_sample(archive);
  Database& database = archive.database();
  put(database, "", "badhus en");
  put(database, "badhus", "rubrik");
  put(database, "", "badhus och badhus");
  CHECK(bodies(database, "\"badhus\"", "s") == "rubrik;badhus och badhus;badhus en;");
}

TEST_CASE("ranking: a rank tells its tier, and a worse tier is never before a better one") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_sample(archive);
  Database& database = archive.database();
  put(database, "badhusplan badhusplan", "badhusplan badhusplan");
  put(database, "", "ett badhus");
  CHECK(bodies(database, R"("badhus" OR "=badhusplan")", "sf") ==
        "ett badhus;badhusplan badhusplan;");
  CHECK(tier_of_rank(3 * kTierStep + 4.5) == 0);
  CHECK(tier_of_rank(4.5) == 3);
  CHECK(score_of_rank(2 * kTierStep + 4.5) == 4.5);
}

TEST_CASE("ranking: letters that don't fit the expression are an error, not a crash") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_sample(archive);
  for (const char* letters : {"", "ss"}) {
    CHECK_THROWS_AS(bodies(archive.database(), "\"almvik\"", letters), SQLite::Exception);
  }
  CHECK_NOTHROW(bodies(archive.database(), "\"almvik\"", "-"));
  // A text is no sink of hits, whoever calls.
  CHECK_THROWS_AS(archive.database().connection().execAndGet(
                      "SELECT hit_collect(passage_index, 's', 'sink') FROM passage_index"
                      " WHERE passage_index MATCH '\"almvik\"'"),
                  SQLite::Exception);
}

}  // namespace diarium
