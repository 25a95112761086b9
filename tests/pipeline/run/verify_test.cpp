#include "pipeline/run/verify.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "pipeline/run/ingest.h"
#include "pipeline/store/database.h"
#include "temporary_archive.h"

using namespace diarium;

namespace {

/// An archive of three files that a run has just read.
struct Example {
  TemporaryFolder folder;
  std::filesystem::path database = folder.path() / "a.db";

  Example() {
    for (int n = 1; n <= 3; ++n)
      folder.write("arkiv/" + std::to_string(n) + ".pdf", pdf_of({memo_lines(n)}));
    Archive archive = Archive::open(database);
    const Understander understander(RuleBook::built_in());
    ingest({folder.path() / "arkiv"}, {}, archive, understander, {});
  }
  [[nodiscard]] Verification verified() const {
    return verify(Archive::open_to_check(database), {}, {});
  }
};

}  // namespace

TEST_CASE("verify: an archive that is well has no faults, and everything was compared") {
  const Example example;
  const Verification result = example.verified();
  CHECK(result.faults.empty());
  CHECK(result.sources == 3);
  CHECK(result.originals == 3);
  CHECK(result.unsealed == 0);
  CHECK(verify(Archive::open_to_check(example.database), {.sample = 2}, {}).sources == 2);
}

TEST_CASE("verify: row 13, a changed record names its document and what helps") {
  const Example example;
  Archive::open(example.database)
      .database()
      .execute("UPDATE beslutssats SET text = replace(text, '2', '3')");
  const Verification result = example.verified();
  REQUIRE(result.faults.size() == 1);
  CHECK_THAT(result.faults[0].place, Catch::Matchers::EndsWith("2.pdf"));
  CHECK_THAT(result.faults[0].what, Catch::Matchers::Contains("not what was stored"));
  CHECK_THAT(result.faults[0].remedy, Catch::Matchers::Contains("diarium ingest"));
}

TEST_CASE("verify: row 13, an original whose bytes changed or that is gone is named") {
  const Example example;
  std::ofstream(example.folder.path() / "arkiv/1.pdf", std::ios::app) << ' ';
  std::filesystem::remove(example.folder.path() / "arkiv/3.pdf");
  const Verification result = example.verified();
  REQUIRE(result.faults.size() == 2);
  CHECK(result.originals == 2);
}
