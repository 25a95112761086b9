#include "pipeline/store/trouble.h"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <catch2/catch.hpp>
#include <stdexcept>

namespace diarium {

TEST_CASE("trouble: a full disk is told as such, other errors in their own words") {
  CHECK_THAT(words_of_trouble(SQLite::Exception("database or disk is full", SQLITE_FULL)),
             Catch::Matchers::Contains("the disk of the archive is full"));
  CHECK(words_of_trouble(std::runtime_error("no such model")) == "no such model");
}

}  // namespace diarium
