#include "pipeline/store/row_scan.h"

#include <SQLiteCpp/Exception.h>

#include <catch2/catch.hpp>

#include "pipeline/store/archive.h"
#include "pipeline/store/database.h"
#include "sample_archive.h"

namespace diarium {

TEST_CASE("row scan: reads numbers row by row, and throws what SQLite says") {
  const TemporaryFolder folder;
  const Archive archive = Archive::open(folder / "a.db");
  sqlite3* const connection = archive.database().connection().getHandle();
  RowScan row(connection, "SELECT length(?), 2.5 UNION ALL SELECT 7, 1", {"abc"});
  REQUIRE(row.next());
  CHECK(row.integer(0) == 3);
  CHECK(row.real(1) == 2.5);
  REQUIRE(row.next());
  CHECK(row.integer(0) == 7);
  CHECK_FALSE(row.next());
  CHECK_THROWS_AS(RowScan(connection, "SELECT nothing", {}), SQLite::Exception);
}

}  // namespace diarium
