#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <catch2/catch.hpp>

#include "pipeline/store/database.h"
#include "sample_archive.h"

namespace diarium {
namespace {

std::string answer(SQLite::Database& connection, const std::string& sql) {
  return connection.execAndGet(sql).getString();
}

}  // namespace

TEST_CASE("extension: with it another program searches the archive, without it reads the views") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_sample(archive);
  SQLite::Database other((folder / "a.db").string(), SQLite::OPEN_READONLY);
  CHECK(answer(other, "SELECT text FROM v_beslutssats") == "att inrätta en familjecentral");
  CHECK_THROWS_WITH(
      answer(other, "SELECT count(*) FROM passage_index WHERE passage_index MATCH 'x'"),
      Catch::Contains("no such tokenizer: sv"));
  SQLite::Database extended((folder / "a.db").string(), SQLite::OPEN_READONLY);
  extended.loadExtension(DIARIUM_SV, nullptr);
  CHECK(answer(extended,
               "SELECT v.id FROM passage_index i JOIN v_search v ON v.passage = i.rowid"
               " WHERE passage_index MATCH '\"inrättas\"' AND v.kind = 'beslutssats'") ==
        kSource + ".d1.beslutssats.1");
  CHECK(answer(extended, "SELECT diarium_analyser()") ==
        archive.database().analyser().fingerprint());
  CHECK(answer(extended, "SELECT fingerprint = diarium_analyser() FROM analyser") == "1");
}

TEST_CASE("extension: every view can be read, a row for each thing") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_sample(archive);
  SQLite::Database other((folder / "a.db").string(), SQLite::OPEN_READONLY);
  CHECK(answer(other, "SELECT case_number || ' ' || path || ' ' || parties FROM v_document") ==
        "SN 2024-00012 in/memo.pdf S");
  CHECK(answer(other, "SELECT verbs || ' ' || via || ' ' || amounts FROM v_beslutssats") ==
        "inrätta Kommunstyrelsen 1 200 000 kr");
  CHECK(answer(other, "SELECT name || ' ' || role || ' ' || body FROM v_signature") ==
        "Eva Ek Ordförande Socialnämnden");
  CHECK(answer(other, "SELECT yes || ' ' || yes_names FROM v_vote") == "31 Eva Ek (S)");
  CHECK(answer(other, "SELECT count(*) || ' ' || min(origin) FROM v_page") == "2 embedded");
  CHECK(answer(other, "SELECT count(*) = (SELECT count(*) FROM passage) FROM v_search") == "1");
}

}  // namespace diarium
