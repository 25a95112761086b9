#include "pipeline/store/audit.h"

#include <catch2/catch.hpp>

#include "pipeline/store/database.h"
#include "sample_archive.h"

namespace diarium {
namespace {

Archive audited(const std::filesystem::path& file) {
  Archive archive = Archive::open(file);
  for (const char* act : {"ingest", "forget", "ingest"}) {
    add_to_audit(archive, {.at = "2024-05-14T02:00:00Z",
                           .who = "diarium (uid 990)",
                           .act = act,
                           .version = "0.1.0",
                           .detail = "jobs = 2"});
  }
  return archive;
}

void behind_the_back(const std::filesystem::path& file, const char* sql) {
  SQLite::Database database(file, SQLite::OPEN_READWRITE);
  database.exec("DROP TRIGGER audit_stays; DROP TRIGGER audit_is_kept;");
  database.exec(sql);
}

}  // namespace

TEST_CASE("audit: entries can be added, not changed or removed") {
  const TemporaryFolder folder;
  Archive archive = audited(folder / "a.db");
  CHECK_FALSE(break_in_audit(archive));
  CHECK_THROWS(archive.database().execute("UPDATE audit SET who = 'nobody' WHERE id = 2"));
  CHECK_THROWS(archive.database().execute("DELETE FROM audit WHERE id = 2"));
}

TEST_CASE("audit: an entry that was changed behind its back is told") {
  const TemporaryFolder folder;
  const Archive archive = audited(folder / "a.db");
  behind_the_back(folder / "a.db", "UPDATE audit SET who = 'nobody' WHERE id = 2");
  CHECK(break_in_audit(archive) == 2);
}

TEST_CASE("audit: an entry that was taken out is told by the next") {
  const TemporaryFolder folder;
  const Archive archive = audited(folder / "a.db");
  behind_the_back(folder / "a.db", "DELETE FROM audit WHERE id = 1");
  CHECK(break_in_audit(archive) == 2);
}

}  // namespace diarium
