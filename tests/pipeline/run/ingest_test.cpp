#include "pipeline/run/ingest.h"

#include <fmt/format.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>
#include <thread>

#include "pipeline/run/sha256.h"
#include "pipeline/run/verify.h"
#include "pipeline/store/database.h"
#include "pipeline/store/export.h"
#include "temporary_archive.h"

using namespace diarium;

namespace {

Configuration settings() {
  Configuration configuration;
  configuration.jobs = 2;
  configuration.pages_per_task = 4;
  configuration.ocr = OcrChoice::never;  // no models are loaded for what is not about them
  return configuration;
}

/// Ingests a folder into `database` as the command does, listening to nothing.
RunReport run_over(const std::filesystem::path& folder, const std::filesystem::path& database) {
  const Understander understander(RuleBook::built_in());
  Archive archive = Archive::open(database);
  return ingest({folder}, settings(), archive, understander, {});
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
  const std::string whole = everything_in(folder.path() / "whole.db");
  bool done = false;
  for (int delay = 5; delay < 400 && !done; delay += 53) {
    for (const char* end : {"", "-wal", "-shm", ".lock"})
      std::filesystem::remove(folder.path() / (std::string("killed.db") + end));
    done = run_and_kill(folder, std::chrono::milliseconds(delay)) ||
           run_and_kill(folder, std::chrono::milliseconds(delay + 27));
    run_over(folder.path() / "arkiv", folder.path() / "killed.db");
    CHECK(everything_in(folder.path() / "killed.db") == whole);
  }
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

TEST_CASE("ingest: rules may change as often as they like, and nothing is set aside for it") {
  const TemporaryFolder folder;
  write_memos(folder, 1);
  run_over(folder.path() / "arkiv", folder.path() / "a.db");
  for (int n = 1; n <= 4; ++n) {
    folder.write(
        "regler/parties.toml",
        fmt::format("term = [{{name = \"AL{0}\", forms = [\"Almvikspartiet {0}\"]}}]\n", n));
    const Understander other(RuleBook::overlaid(folder.path() / "regler"));
    Archive archive = Archive::open(folder.path() / "a.db");
    CHECK(ingest({folder.path() / "arkiv"}, settings(), archive, other, {}).indexed == 1);
  }
}

TEST_CASE("ingest: a file is claimed, for all to see, before a worker begins to read it") {
  const TemporaryFolder folder;
  write_memos(folder, 2);
  const Understander understander(RuleBook::built_in());
  Archive archive = Archive::open(folder.path() / "a.db");
  const Archive reader = Archive::open_read_only(folder.path() / "a.db");
  std::size_t claimed = 0;
  const auto look = [&] {
    claimed = std::max(claimed, reader.sources(SourceStatus::claimed).size());
    return false;
  };
  ingest({folder.path() / "arkiv"}, settings(), archive, understander, {.stop = look});
  CHECK(claimed > 0);
  CHECK(reader.sources(SourceStatus::claimed).empty());
  CHECK(reader.sources(SourceStatus::indexed).size() == 2);
}

TEST_CASE("ingest: a file at which runs broke off is set aside when three did with it alone") {
  const TemporaryFolder folder;
  write_memos(folder, 3);
  const std::string sha256 = *sha256_of_file(folder.path() / "arkiv/001.pdf");
  const auto break_off = [&](const std::string& database) {
    Archive archive = Archive::open(folder.path() / database);
    archive.begin_attempt(archive.add_source(sha256, 1));
  };
  // Once among others, and twice alone.
  for (int attempt = 0; attempt < 3; ++attempt) break_off("a.db");
  CHECK(run_over(folder.path() / "arkiv", folder.path() / "a.db").indexed == 3);
  for (int attempt = 0; attempt < 4; ++attempt) break_off("b.db");
  const RunReport report = run_over(folder.path() / "arkiv", folder.path() / "b.db");
  CHECK(report.indexed == 2);
  CHECK(report.reasons == std::map<std::string, int>{{"crashed", 1}});
}

TEST_CASE("ingest: a file at which a run broke off is read when all others are done") {
  const TemporaryFolder folder;
  write_memos(folder, 4);
  const std::string sha256 = *sha256_of_file(folder.path() / "arkiv/001.pdf");
  const Understander understander(RuleBook::built_in());
  Archive archive = Archive::open(folder.path() / "a.db");
  const std::string suspect = archive.add_source(sha256, 1);
  archive.begin_attempt(suspect);
  const Archive reader = Archive::open_read_only(folder.path() / "a.db");
  int in_company = 0;
  const auto look = [&] {
    const bool begun = reader.find_source(suspect)->attempts > 1;
    if (begun && reader.sources(SourceStatus::indexed).size() < 3) ++in_company;
    return false;
  };
  CHECK(ingest({folder.path() / "arkiv"}, settings(), archive, understander, {.stop = look})
            .indexed == 4);
  CHECK(in_company == 0);
}

TEST_CASE("ingest: archive and reports among the documents are none") {
  const TemporaryFolder folder;
  write_memos(folder, 1);
  folder.write("arkiv/rapporter/1.txt", "x");
  Configuration own = settings();
  own.database = folder.path() / "arkiv/a.db";
  own.report_folder = folder.path() / "arkiv/rapporter";
  const Understander understander(RuleBook::built_in());
  Archive archive = Archive::open(own.database);
  const RunReport report = ingest({folder.path() / "arkiv"}, own, archive, understander, {});
  CHECK(report.files() == 1);
  CHECK(report.set_aside() == 0);
}

TEST_CASE("ingest: what another program or other settings set aside is tried once more") {
  const TemporaryFolder folder;
  folder.write("arkiv/a.pdf", "ingen PDF");
  CHECK(run_over(folder.path() / "arkiv", folder.path() / "a.db").quarantined == 1);
  CHECK(run_over(folder.path() / "arkiv", folder.path() / "a.db").unchanged == 1);
  Archive::open(folder.path() / "a.db")
      .database()
      .execute("UPDATE source SET set_aside_under = '0.0.9 read1'");
  CHECK(run_over(folder.path() / "arkiv", folder.path() / "a.db").quarantined == 1);
  CHECK(run_over(folder.path() / "arkiv", folder.path() / "a.db").unchanged == 1);
}

TEST_CASE("ingest: row 13, what has rotted in the archive is read anew from its file") {
  const TemporaryFolder folder;
  write_memos(folder, 2);
  run_over(folder.path() / "arkiv", folder.path() / "a.db");
  const std::string before = everything_in(folder.path() / "a.db");
  Archive archive = Archive::open(folder.path() / "a.db");
  archive.database().execute("UPDATE beslutssats SET text = replace(text, '1002', '1003')");
  folder.write("regler/parties.toml", "term = [{name = \"ALM\", forms = [\"Almvikspartiet\"]}]\n");
  const Understander other(RuleBook::overlaid(folder.path() / "regler"));
  const RunReport report = ingest({folder.path() / "arkiv"}, settings(), archive, other, {});
  CHECK(report.mended == 1);
  CHECK(report.pages_read == 3);
  CHECK(verify(archive, {}, {}).faults.empty());
  CHECK(everything_in(folder.path() / "a.db") == before);
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
