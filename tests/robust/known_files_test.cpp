// Files that the archive knows already, in any order, under any name.
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>

#include "night.h"
#include "pipeline/run/discovery.h"
#include "pipeline/run/intake.h"
#include "processes.h"

using namespace diarium;

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

/// An archive in which every file was read to the end: one empty page. To read them in earnest
/// would take an hour, and the next run sees no difference.
void store_as_if_read(const fs::path& folder, const fs::path& database) {
  Archive archive = Archive::open(database);
  const std::string reading_key = reading_key_of(settings_of_night());
  const std::string key = understander_of_night().key();
  Page page;
  page.number = 1;
  Intake intake(archive, {reading_key, key, ""}, std::chrono::seconds(0), 0);
  Archive::Transaction transaction(archive);
  discover(
      folder,
      [&](const FoundFile& file) {
        const std::string source = intake.take_in(file).source;
        archive.put_reading(source, reading_key, page);
        archive.put_understanding(source, key, {page}, {});
        archive.finish_source(source, {.status = SourceStatus::indexed, .pages = 1});
      },
      [](const Error&) {});
  transaction.commit();
}

}  // namespace

TEST_CASE("row 14: files that are known are passed by without being read") {
  const TemporaryFolder folder;
  const int count = times(2'000, 100'000);
  for (int n = 0; n < count; ++n)
    folder.write(fmt::format("arkiv/{}/{}.pdf", n / 500, n), std::to_string(n));
  const fs::path database = folder.path() / "a.db";
  store_as_if_read(folder.path() / "arkiv", database);
  const auto start = Clock::now();
  const pid_t run = in_a_process([&] {
    const RunReport report = night({folder.path() / "arkiv"}, database);
    if (report.unchanged != count || report.files() != count) ::_exit(3);
  });
  int status = 0;
  rusage usage{};
  ::wait4(run, &status, 0, &usage);
  const double seconds = seconds_since(start);
  CHECK(status == 0);
  CHECK(usage.ru_maxrss < 200 * 1024);
  const double processor =
      static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
      static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
  CHECK(processor < 10.0);
  tell_row(14, fmt::format("{} unchanged files passed by in {:.2f} s, {:.2f} s of them the "
                           "processor's: {:.0f} a second; {} MB",
                           count, seconds, processor, count / processor, usage.ru_maxrss / 1024));
}

TEST_CASE(
    "row 14: order, jobs and names don't change what is found, and a second run does nothing") {
  const TemporaryFolder folder;
  write_good(folder, 6);
  night({folder.path() / "arkiv"}, folder.path() / "a.db");
  const std::string first = everything_in(folder.path() / "a.db");
  const RunReport second = night({folder.path() / "arkiv"}, folder.path() / "a.db");
  CHECK(second.unchanged == 6);
  CHECK(everything_in(folder.path() / "a.db") == first);
  {
    Archive archive = Archive::open(folder.path() / "b.db");
    Configuration one_worker = settings_of_night();
    one_worker.jobs = 1;
    std::vector<fs::path> files;
    for (int n = 6; n >= 1; --n) files.push_back(folder.path() / fmt::format("arkiv/{:03}.pdf", n));
    ingest(files, one_worker, archive, understander_of_night(), {});
  }
  CHECK(everything_in(folder.path() / "b.db") == first);
  tell_row(14,
           fmt::format("{} pages read the second time; {} export for another order and number "
                       "of jobs",
                       second.pages_read,
                       everything_in(folder.path() / "b.db") == first ? "the same" : "another"));
}
