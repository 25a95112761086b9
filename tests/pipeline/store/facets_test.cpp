#include "pipeline/store/facets.h"

#include <catch2/catch.hpp>

#include "pipeline/store/archive.h"
#include "pipeline/store/database.h"
#include "sample_archive.h"

namespace diarium {

TEST_CASE("facets: hits are counted by name, the commonest first") {
  const TemporaryFolder folder;
  const Archive archive = Archive::open(folder / "a.db");
  Database& database = archive.database();
  run_statement(database,
                "INSERT INTO search_value (id, field, value) VALUES (1, 'kind', 'vote'),"
                " (2, 'kind', 'table'), (3, 'type', 'motion')");
  FacetCounter counter;
  counter.add({.kind = 1, .type = 3, .day = 20240305});
  counter.add({.kind = 2, .type = 3, .day = 20240000});
  counter.add({.kind = 2, .type = 3});
  const std::vector<Facet> facets = counter.facets(database);
  REQUIRE(facets.size() == 3);
  CHECK(facets[0].field == "kind");
  CHECK(facets[0].counts[0].value == "table");
  CHECK(facets[0].counts[0].hits == 2);
  CHECK(facets[0].counts[1].value == "vote");
  CHECK(facets[1].counts[0].hits == 3);
  CHECK(facets[2].field == "year");
  CHECK(facets[2].counts[0].value == "2024");
  CHECK(facets[2].counts[0].hits == 2);
}

}  // namespace diarium
