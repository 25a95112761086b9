#include "pipeline/run/ingest.h"

#include <fmt/format.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>
#include <thread>

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

/// Starts a run in a process of its own and kills it after `delay`. True when it was done before.
bool run_and_kill(const TemporaryFolder& folder, std::chrono::milliseconds delay) {
  const pid_t child = ::fork();
  if (child == 0) {
    run_over(folder.path() / "arkiv", folder.path() / "killed.db");
    ::_exit(0);
  }
  std::this_thread::sleep_for(delay);
  ::kill(child, SIGKILL);
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status);
}

}  // namespace

TEST_CASE("ingest: a second run does nothing and changes nothing") {
  const TemporaryFolder folder;
  write_memos(folder, 3);
  const RunReport first = run_over(folder.path() / "arkiv", folder.path() / "a.db");
  CHECK(first.indexed == 3);
  CHECK(first.pages_read == 9);
  const std::string before = everything_in(folder.path() / "a.db");
  const RunReport second = run_over(folder.path() / "arkiv", folder.path() / "a.db");
  CHECK(second.unchanged == 3);
  CHECK(second.pages_read == 0);
  CHECK(everything_in(folder.path() / "a.db") == before);
  CHECK(before.find("\"beslutssats\"") != std::string::npos);
}

TEST_CASE(
    "ingest: kill -9 at any instant and a new run lead to the records of an undisturbed run") {
  const TemporaryFolder folder;
  write_memos(folder, 12);
  run_over(folder.path() / "arkiv", folder.path() / "whole.db");
  int delay = 5;
  for (int tries = 0; tries < 40 && !run_and_kill(folder, std::chrono::milliseconds(delay));
       ++tries)
    delay += 13;
  run_over(folder.path() / "arkiv", folder.path() / "killed.db");
  CHECK(everything_in(folder.path() / "killed.db") == everything_in(folder.path() / "whole.db"));
}

TEST_CASE("ingest: bad files are set aside with a reason, and the run goes on") {
  const TemporaryFolder folder;
  const std::string good = pdf_of({memo_lines(1)});
  folder.write("arkiv/a_good.pdf", good);
  folder.write("arkiv/b_truncated.pdf", good.substr(0, 200));
  folder.write("arkiv/c_empty.pdf", "");
  folder.write("arkiv/d_text.pdf", "Kallelse till sammanträde");
  folder.write("arkiv/e_good.pdf", pdf_of({memo_lines(2)}));
  const RunReport report = run_over(folder.path() / "arkiv", folder.path() / "a.db");
  CHECK(report.indexed == 2);
  CHECK(report.quarantined == 3);
  CHECK(report.reasons ==
        std::map<std::string, int>{{"damaged", 1}, {"empty", 1}, {"unsupported", 1}});
  const Archive archive = Archive::open_read_only(folder.path() / "a.db");
  CHECK(archive.sources(SourceStatus::quarantined).size() == 3);
  CHECK(archive.sources(SourceStatus::claimed).empty());
}

TEST_CASE("ingest: the same bytes under two names are read once") {
  const TemporaryFolder folder;
  folder.write("arkiv/a.pdf", pdf_of({memo_lines(1)}));
  folder.write("arkiv/b.pdf", pdf_of({memo_lines(1)}));
  const RunReport report = run_over(folder.path() / "arkiv", folder.path() / "a.db");
  CHECK(report.indexed == 1);
  CHECK(report.duplicates == 1);
  CHECK(report.pages_read == 1);
}

TEST_CASE("ingest: a file that changed is read anew") {
  const TemporaryFolder folder;
  folder.write("arkiv/a.pdf", pdf_of({memo_lines(1)}));
  run_over(folder.path() / "arkiv", folder.path() / "a.db");
  folder.write("arkiv/a.pdf", pdf_of({memo_lines(22)}));
  const RunReport report = run_over(folder.path() / "arkiv", folder.path() / "a.db");
  CHECK(report.indexed == 1);
  CHECK(everything_in(folder.path() / "a.db").find("uppföljning 22 och") != std::string::npos);
}

TEST_CASE("ingest: a stopped run leaves the rest for the next") {
  const TemporaryFolder folder;
  write_memos(folder, 4);
  const Understander understander(RuleBook::built_in());
  {
    Archive archive = Archive::open(folder.path() / "a.db");
    const RunListener listener{.set_aside = {}, .progress = {}, .stop = [] { return true; }};
    CHECK(ingest({folder.path() / "arkiv"}, {}, archive, understander, listener).left == 4);
  }
  CHECK(run_over(folder.path() / "arkiv", folder.path() / "a.db").indexed == 4);
}

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

TEST_CASE("retry: only files of the reason that is named are tried once more") {
  const TemporaryFolder folder;
  folder.write("arkiv/a.pdf", "");
  run_over(folder.path() / "arkiv", folder.path() / "a.db");
  Archive archive = Archive::open(folder.path() / "a.db");
  const Understander understander(RuleBook::built_in());
  CHECK(retry("damaged", {}, archive, understander, {}).files() == 0);
  CHECK(retry("empty", {}, archive, understander, {}).quarantined == 1);
}
