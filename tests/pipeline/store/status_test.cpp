#include "pipeline/store/status.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "pipeline/store/database.h"
#include "sample_archive.h"

namespace diarium {

TEST_CASE("status: an archive says what it holds and what it lost") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_sample(archive);
  const std::string broken(64, 'b');
  const std::string source = archive.add_source(broken, 9);
  archive.put_path({.path = "in/b.pdf", .display = "in/b.pdf", .source = source});
  archive.begin_attempt(source);
  archive.finish_source(source, {.status = SourceStatus::quarantined,
                                 .reason = ErrorCode::encrypted,
                                 .message = "wants a password"});
  archive.put_path({.path = "in/c.pdf",
                    .display = "in/c.pdf",
                    .status = PathStatus::failed,
                    .reason = ErrorCode::unreadable});
  archive.put_lost_page(kSource, "r1", {.code = ErrorCode::timeout, .page = 3});

  const ArchiveStatus status = status_of(archive);
  CHECK(status.sources == std::vector<Count>{{"indexed", 1}, {"quarantined", 1}});
  CHECK(status.reasons == std::vector<Count>{{"encrypted", 1}, {"timeout", 1}, {"unreadable", 1}});
  CHECK(status.pages == std::vector<Count>{{"embedded", 2}, {"lost", 1}});
  CHECK(status.documents == std::vector<Count>{{"tjansteskrivelse", 1}});
  CHECK(status.records.size() == 18);
  CHECK(status.issues == std::vector<Count>{{"invalid_date", 1}});
  CHECK(status.not_understood == 0);

  const std::vector<Failure> failures = failures_of(archive);
  REQUIRE(failures.size() == 3);
  CHECK(failures[0].path == "in/b.pdf");
  CHECK(failures[0].reason == ErrorCode::encrypted);
  CHECK(failures[0].message == "wants a password");
  CHECK(failures[0].attempts == 1);
  CHECK(failures[1].source.empty());
  CHECK(failures[2].page == 3);
}

TEST_CASE("status: an archive that is well has no damage, one whose rows lost their owner has") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_sample(archive);
  CHECK(damage_of(archive).empty());
  archive.database().execute("PRAGMA foreign_keys = OFF");
  archive.database().execute("DELETE FROM record WHERE kind = 'signature'");
  const std::vector<std::string> damage = damage_of(archive);
  CHECK(std::count(damage.begin(), damage.end(), "a row of signature belongs to no record") == 1);
}

TEST_CASE("status: a definition in which a letter changed is damage, what a user added is none") {
  const TemporaryFolder folder;
  { Archive::open(folder / "a.db"); }
  {
    SQLite::Database raw((folder / "a.db").string(), SQLite::OPEN_READWRITE);
    raw.exec("CREATE TABLE my_notes (note TEXT)");
  }
  CHECK(damage_of(Archive::open_to_check(folder / "a.db")).empty());
  {
    SQLite::Database raw((folder / "a.db").string(), SQLite::OPEN_READWRITE);
    raw.exec("PRAGMA writable_schema = ON");
    raw.exec(
        "UPDATE sqlite_schema SET sql = replace(sql, 'SELECT', 'select') WHERE name = 'v_page'");
  }
  const std::vector<std::string> damage = damage_of(Archive::open_to_check(folder / "a.db"));
  REQUIRE(damage.size() == 1);
  CHECK(damage[0] == "the definition of view v_page is not what it should be");
}

}  // namespace diarium
