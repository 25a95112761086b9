#include "pipeline/store/record_rows.h"

#include <catch2/catch.hpp>

#include "models/json.h"
#include "pipeline/store/archive.h"
#include "sample_archive.h"

namespace diarium {

TEST_CASE("record rows: every kind of record comes back from its tables") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_sample(archive);
  for (const Finding& finding : one_of_each_kind({})) {
    const std::string kind(kind_of(finding.record));
    const Record read = record_fields(archive.database(), kSource + ".d1." + kind + ".1", kind);
    CHECK(json_of(read) == json_of(finding.record));
    CHECK(read == finding.record);
  }
}

TEST_CASE("record rows: a document comes back with its fields and where they come from") {
  const TemporaryFolder folder;
  Archive archive = Archive::open(folder / "a.db");
  put_sample(archive);
  const auto read = find_document(archive.database(), kSource + ".d1");
  REQUIRE(read.has_value());
  CHECK(json_of(*read) == json_of(sample_file(kSource).understanding.documents[0]));
  CHECK(read->source == kSource);
  CHECK(read->issues == std::vector<std::string>{"page_gap"});
  CHECK_FALSE(find_document(archive.database(), "nothing").has_value());
}

}  // namespace diarium
