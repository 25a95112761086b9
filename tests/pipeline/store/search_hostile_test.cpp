#include <catch2/catch.hpp>
#include <chrono>

#include "pipeline/store/search.h"
#include "sample_archive.h"

namespace diarium {

// What else is typed: tests/robust/hostile_queries_test.cpp.
TEST_CASE("hostile queries: size alone is no attack") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_sample(archive);
  const auto start = std::chrono::steady_clock::now();
  for (const std::string piece : {"(", "NOT ", "a OR ", "-", "\"", "a ", "å", "*", "kind:vote "}) {
    std::string query;
    while (query.size() < 100'000) query += piece;
    CAPTURE(piece);
    CHECK_THROWS_AS(search(archive, query), QueryError);
  }
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(2));
}

}  // namespace diarium
