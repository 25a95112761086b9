#include "pipeline/run/reextract.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <sstream>

#include "pipeline/run/verify.h"
#include "pipeline/store/database.h"
#include "pipeline/store/export.h"
#include "temporary_archive.h"

using namespace diarium;

namespace {

/// Ingests a folder into `database` as the command does, listening to nothing.
RunReport run_over(const std::filesystem::path& folder, const std::filesystem::path& database) {
  Configuration configuration;
  configuration.jobs = 2;
  configuration.pages_per_task = 4;
  configuration.ocr = OcrChoice::never;  // no models are loaded for what is not about them
  const Understander understander(RuleBook::built_in());
  Archive archive = Archive::open(database);
  return ingest({folder}, configuration, archive, understander, {});
}

std::string everything_in(const std::filesystem::path& database) {
  std::ostringstream out;
  const Archive archive = Archive::open_read_only(database);
  export_jsonl(archive, out);
  return out.str();
}

void write_memos(const TemporaryFolder& folder, int count) {
  for (int n = 1; n <= count; ++n) {
    folder.write(fmt::format("arkiv/{:03}.pdf", n),
                 pdf_of({memo_lines(n), memo_lines(1000 + n), memo_lines(2000 + n)}));
  }
}

}  // namespace

TEST_CASE("reextract: nothing to do while rules and extractors are the same") {
  const TemporaryFolder folder;
  write_memos(folder, 2);
  run_over(folder.path() / "arkiv", folder.path() / "a.db");
  Archive archive = Archive::open(folder.path() / "a.db");
  const Understander understander(RuleBook::built_in());
  CHECK(reextract("", archive, understander, {}) == 0);
  CHECK(reextract("beslutssats", archive, understander, {}) == 2);
  CHECK(reextract("e_mail", archive, understander, {}) == 0);
}

TEST_CASE(
    "reextract: under other rules all is understood anew, and says the same where they don't "
    "matter") {
  const TemporaryFolder folder;
  write_memos(folder, 5);
  run_over(folder.path() / "arkiv", folder.path() / "a.db");
  Archive archive = Archive::open(folder.path() / "a.db");
  const std::string before = everything_in(folder.path() / "a.db");
  folder.write("regler/parties.toml", "term = [{name = \"ALM\", forms = [\"Almvikspartiet\"]}]\n");
  const Understander other(RuleBook::overlaid(folder.path() / "regler"));
  CHECK(reextract("", archive, other, {}) == 5);
  CHECK(reextract("", archive, other, {}) == 0);
  CHECK(everything_in(folder.path() / "a.db") == before);
}

TEST_CASE("reextract: stops between files, and goes on later") {
  const TemporaryFolder folder;
  write_memos(folder, 4);
  run_over(folder.path() / "arkiv", folder.path() / "a.db");
  Archive archive = Archive::open(folder.path() / "a.db");
  folder.write("regler/parties.toml", "term = [{name = \"ALM\", forms = [\"Almvikspartiet\"]}]\n");
  const Understander other(RuleBook::overlaid(folder.path() / "regler"));
  int asked = 0;
  CHECK(reextract("", archive, other, {.stop = [&] { return ++asked > 2; }}) == 2);
  CHECK(reextract("", archive, other, {}) == 2);
}

TEST_CASE("reextract: row 13, what has rotted is told and left for verify, never sealed anew") {
  const TemporaryFolder folder;
  write_memos(folder, 3);
  run_over(folder.path() / "arkiv", folder.path() / "a.db");
  Archive archive = Archive::open(folder.path() / "a.db");
  archive.database().execute(
      "UPDATE reading SET page = CAST(replace(page, 'uppf', 'UPPF') AS BLOB) WHERE source ="
      " (SELECT source FROM path ORDER BY path LIMIT 1)");
  folder.write("regler/parties.toml", "term = [{name = \"ALM\", forms = [\"Almvikspartiet\"]}]\n");
  const Understander other(RuleBook::overlaid(folder.path() / "regler"));
  std::string told;
  const auto tell = [&](const std::string& path, const Error& error) {
    told = path + ": " + error.message;
  };
  CHECK(reextract("", archive, other, {.set_aside = tell}) == 2);
  CHECK_THAT(told, Catch::Matchers::Contains("001.pdf"));
  CHECK(verify(archive, {}, {}).faults.size() == 1);
}
