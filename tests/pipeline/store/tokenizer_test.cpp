#include "pipeline/store/tokenizer.h"

#include <catch2/catch.hpp>

#include "pipeline/store/analyser.h"
#include "pipeline/store/database.h"

namespace diarium {

TEST_CASE("tokenizer: FTS5 finds by stem, by form and by phrase over inflections") {
  Analyser analyser;
  SQLite::Database connection(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  register_search(connection.getHandle(), analyser);
  connection.exec("CREATE VIRTUAL TABLE t USING fts5(x, tokenize = 'sv')");
  connection.exec("INSERT INTO t VALUES ('Kommunstyrelsens beslut'), ('Besluten den 3 maj')");
  const std::vector<std::pair<std::string, int>> cases{
      {"\"beslutet\"", 2},   {"\"=beslut\"", 1},   {"\"kommunstyrelse beslut\"", 1},
      {"\"=kom\" *", 1},     {"\"=beslut\" *", 2}, {"\"~beslut\"", 0},
      {"\"beslut den\"", 1}, {"\"mal\"", 0},
  };
  for (const auto& [match, found] : cases) {
    CAPTURE(match);
    SQLite::Statement count(connection, "SELECT count(*) FROM t WHERE t MATCH ?");
    count.bind(1, match);
    REQUIRE(count.executeStep());
    CHECK(count.getColumn(0).getInt() == found);
  }
}

}  // namespace diarium
