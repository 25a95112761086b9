#include <catch2/catch.hpp>

#include "pipeline/store/archive.h"
#include "pipeline/store/database.h"
#include "pipeline/store/maintenance.h"
#include "sample_archive.h"

namespace diarium {
namespace {

int count(Archive& archive, const std::string& table) {
  return archive.database().connection().execAndGet("SELECT count(*) FROM " + table).getInt();
}

}  // namespace

TEST_CASE("understandings: records have ids that tell where they belong") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_sample(archive);
  SQLite::Statement& row = archive.database().prepared(
      "SELECT document, page, box_left, box_right, span_end FROM record WHERE id = ?");
  Binder(row).add("0123456789abcdef.d1.beslutssats.1");
  REQUIRE(row.executeStep());
  CHECK(text_of(row, 0) == "0123456789abcdef.d1");
  CHECK(row.getColumn(1).getInt() == 1);
  CHECK(row.getColumn(2).getDouble() == 72);
  CHECK(row.getColumn(3).getDouble() == 427);
  CHECK(row.getColumn(4).getInt() == 39);
  row.reset();
  CHECK(count(archive, "page WHERE id = '0123456789abcdef.p2'") == 1);
}

TEST_CASE("understandings: a second one takes the place of the first") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_sample(archive);
  const int records = count(archive, "record");
  SampleFile file = sample_file(kSource);
  file.understanding.findings[0].resize(1);
  archive.put_understanding(kSource, "u2", file.pages, file.understanding);
  CHECK(records == 18);
  CHECK(count(archive, "record") == 1);
  CHECK(count(archive, "vote_yes_names") == 0);
  CHECK(archive.is_understood(kSource, "u2"));
  CHECK_FALSE(archive.is_understood(kSource, "u1"));
  CHECK_FALSE(archive.is_understood("ffff", "u1"));
}

TEST_CASE("understandings: what one transaction writes and takes out again is never found") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  const auto hits = [&] {
    return count(archive, "passage_index WHERE passage_index MATCH '\"familjecentral\"'");
  };
  {
    Archive::Transaction transaction(archive);
    put_sample(archive);
    archive.remove_source(kSource);
    transaction.commit();
  }
  CHECK(hits() == 0);
  {
    const Archive::Transaction rolled_back(archive);
    put_sample(archive);
  }
  CHECK(hits() == 0);
  {
    Archive::Transaction transaction(archive);
    put_sample(archive);
    transaction.commit();
  }
  CHECK(hits() > 0);
  CHECK(damaged_indexes(archive.database()).empty());
}

TEST_CASE("understandings: one that says the same leaves the rows alone") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_sample(archive);
  const auto last_row = [&] {
    return archive.database().connection().execAndGet("SELECT max(id) FROM passage").getInt64();
  };
  const std::int64_t before = last_row();
  archive.database().execute("INSERT INTO document_issues VALUES ('0123456789abcdef.d1', 99, 'x')");
  const SampleFile file = sample_file(kSource);
  CHECK_FALSE(archive.put_understanding(kSource, "u2", file.pages, file.understanding));
  CHECK(archive.is_understood(kSource, "u2"));
  CHECK(last_row() == before);
  CHECK(count(archive, "document_issues WHERE ordinal = 99") == 1);
}

TEST_CASE("understandings: one that fails leaves the one before it whole") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_sample(archive);
  SampleFile file = sample_file(kSource);
  file.understanding.documents.push_back(file.understanding.documents[0]);  // the same id twice
  file.understanding.findings.emplace_back();
  CHECK_THROWS_AS(archive.put_understanding(kSource, "u2", file.pages, file.understanding),
                  std::runtime_error);
  CHECK(count(archive, "document") == 1);
  CHECK(count(archive, "record") == 18);
  CHECK(archive.is_understood(kSource, "u1"));
}

TEST_CASE("understandings: a source that is taken out leaves nothing but its paths") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_sample(archive);
  archive.remove_source(kSource);
  for (const char* table : {"source", "reading", "page", "page_furniture", "document", "record",
                            "beslutssats_actions", "document_case_numbers"}) {
    CAPTURE(table);
    CHECK(count(archive, table) == 0);
  }
  CHECK(archive.find_path("in/memo.pdf")->source.empty());
}

}  // namespace diarium
