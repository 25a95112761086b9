#include "pipeline/store/trouble.h"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <array>
#include <catch2/catch.hpp>
#include <stdexcept>
#include <string>
#include <utility>

namespace diarium {

TEST_CASE("trouble: a full disk is told as such, other errors in their own words") {
  CHECK_THAT(words_of_trouble(SQLite::Exception("database or disk is full", SQLITE_FULL)),
             Catch::Matchers::Contains("the disk of the archive is full"));
  CHECK(words_of_trouble(std::runtime_error("no such model")) == "no such model");
}

TEST_CASE("trouble: each trouble of the disk tells what to do, or what is kept") {
  const std::array<std::pair<int, std::string>, 5> troubles{
      {{SQLITE_IOERR, "stored until now is kept"},
       {SQLITE_CORRUPT, "`diarium restore` puts back a backup"},
       {SQLITE_NOTADB, "`diarium verify` tells where"},
       {SQLITE_BUSY, "try again when it is done"},
       {SQLITE_READONLY, "may not be written by this user"}}};
  for (const auto& [code, words] : troubles) {
    CHECK_THAT(words_of_trouble(SQLite::Exception("as SQLite says it", code)),
               Catch::Matchers::Contains(words));
  }
  CHECK(words_of_trouble(SQLite::Exception("as SQLite says it", SQLITE_ERROR)) ==
        "as SQLite says it");
}

}  // namespace diarium
