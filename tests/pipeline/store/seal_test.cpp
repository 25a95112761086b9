#include "pipeline/store/seal.h"

#include <catch2/catch.hpp>

#include "pipeline/store/database.h"
#include "sample_archive.h"

namespace diarium {

TEST_CASE("seal: row 13, any changed value, id or link of a source breaks it") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_sample(archive);
  const Sealer sealer(archive);
  const std::string whole = sealer.seal_of(kSource);
  for (const char* change :
       {"UPDATE beslutssats SET text = text || '.'",
        "UPDATE record SET confidence = confidence / 2",
        "UPDATE record SET sequence = sequence + 1000", "UPDATE signature SET party = 'M'",
        "UPDATE passage SET body = ''", "UPDATE page SET text = 'x'",
        "UPDATE reading SET page = x'00' WHERE page IS NOT NULL",
        "UPDATE mention SET value = value || 'x'", "UPDATE document SET parent = 'x'",
        "UPDATE source SET sha256 = 'x'", "DELETE FROM table_record_cells"}) {
    CAPTURE(change);
    const Archive::Transaction rolled_back(archive);
    archive.database().execute(change);
    CHECK(sealer.seal_of(kSource) != whole);
  }
  CHECK(sealer.seal_of(kSource) == whole);
}

TEST_CASE("seal: one that is kept ends with any later work on the source") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_sample(archive);
  const Sealer sealer(archive);
  const auto sealed_again = [&] {
    sealer.seal(kSource);
    CHECK(sealer.kept_seal_of(kSource) == sealer.seal_of(kSource));
  };
  sealed_again();
  archive.put_lost_page(kSource, "r1", {.code = ErrorCode::timeout, .page = 9});
  CHECK_FALSE(sealer.kept_seal_of(kSource));
  sealed_again();
  archive.begin_attempt(kSource);
  CHECK_FALSE(sealer.kept_seal_of(kSource));
  sealed_again();
  SampleFile file = sample_file(kSource);
  file.understanding.findings[0].pop_back();
  archive.put_understanding(kSource, "u2", file.pages, file.understanding);
  CHECK_FALSE(sealer.kept_seal_of(kSource));
}

TEST_CASE("seal: tables and columns that a newer version brings, still empty, leave it as it is") {
  const TemporaryFolder folder;
  std::string before;
  {
    Archive archive = Archive::open(folder / "a.db");
    put_sample(archive);
    before = Sealer(archive).seal_of(kSource);
    archive.database().execute("ALTER TABLE beslutssats ADD COLUMN newer TEXT");
    archive.database().execute(
        "CREATE TABLE document_newer (document TEXT NOT NULL REFERENCES document (id), value "
        "TEXT)");
  }
  Archive archive = Archive::open(folder / "a.db");
  const Sealer sealer(archive);
  CHECK(sealer.seal_of(kSource) == before);
  archive.database().execute("UPDATE beslutssats SET newer = 'x'");
  CHECK(sealer.seal_of(kSource) != before);
}

TEST_CASE("seal: an understanding that says the same under other rules leaves it as it is") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_sample(archive);
  const Sealer sealer(archive);
  sealer.seal(kSource);
  const auto kept = sealer.kept_seal_of(kSource);
  const SampleFile file = sample_file(kSource);
  archive.put_understanding(kSource, "u2", file.pages, file.understanding);
  CHECK(sealer.kept_seal_of(kSource) == kept);
  CHECK(sealer.seal_of(kSource) == kept);
}

TEST_CASE("seal: two archives of the same file have the same") {
  const TemporaryFolder folder;
  Archive one = Archive::open(folder / "a.db");
  Archive two = Archive::open(folder / "b.db");
  put_sample(one);
  put_sample(two);
  CHECK(Sealer(one).seal_of(kSource) == Sealer(two).seal_of(kSource));
}

}  // namespace diarium
