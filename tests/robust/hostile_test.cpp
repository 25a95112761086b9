// What foreign files must not do: to the run, to themselves, to others.
#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <iostream>
#include <sstream>

#include "hostile_files.h"
#include "night.h"
#include "pipeline/run/discovery.h"
#include "processes.h"
#include "tests/source_folder.h"

using namespace diarium;

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

void write_hostile(const TemporaryFolder& folder) {
  for (const HostileFile& file : hostile_files())
    folder.write("arkiv/hostile/" + file.name, file.bytes);
}

/// Lines of the export that belong to the good files: those that name a source among `sources`.
std::string lines_of(const std::string& everything, const std::vector<Source>& sources) {
  std::istringstream in(everything);
  std::string out;
  for (std::string line; std::getline(in, line);) {
    const bool wanted = std::any_of(sources.begin(), sources.end(), [&](const Source& source) {
      return line.find("\"source\":\"" + source.id) != std::string::npos;
    });
    if (wanted) out += line + '\n';
  }
  return out;
}

/// Every source has come to an end, with a reason where it is not whole.
void check_ends(const Archive& archive) {
  for (const Source& source : archive.sources()) {
    CAPTURE(source.id, source.message);
    const bool whole = source.status == SourceStatus::indexed;
    const bool set_aside =
        source.status == SourceStatus::partial || source.status == SourceStatus::quarantined;
    CHECK((whole || (set_aside && source.reason)));
  }
}

std::vector<fs::path> every_nth(int n, const fs::path& folder) {
  std::vector<fs::path> files;
  int number = 0;
  discover(
      folder,
      [&](const FoundFile& file) {
        if (number++ % n == 0) files.push_back(file.path);
      },
      [](const Error&) {});
  return files;
}

}  // namespace

TEST_CASE("row 1: hostile files of our own all come to an end with a reason, each in its time") {
  const TemporaryFolder folder;
  write_hostile(folder);
  forget_peak();
  const auto start = Clock::now();
  const RunReport report = night({folder.path() / "arkiv"}, folder.path() / "a.db");
  const double seconds = seconds_since(start);
  CHECK(report.files() == static_cast<int>(hostile_files().size()));
  CHECK(report.left == 0);
  check_ends(Archive::open_read_only(folder.path() / "a.db"));
  // A page may be tried twice, for 4 and 2 seconds of the processor, and 10 times that by the
  // clock.
  CHECK(seconds < 60.0 * static_cast<double>(hostile_files().size()));
  const long peak = peak_resident_kib();
  CHECK(peak < 200 * 1024);
  tell_row(1, fmt::format("{} files of our own in {:.0f} s: 0 crashes, 0 hangs, all with a reason, "
                          "supervisor {} MB",
                          hostile_files().size(), seconds, peak / 1024));
}

TEST_CASE("row 1: published hostile PDFs all come to an end with a reason") {
  const fs::path real = source_folder() / "../shared/real/hostile";
  if (!fs::exists(real)) {
    std::cout << "skipped: no " << real.string() << '\n';
    return;
  }
  const TemporaryFolder folder;
  const auto start = Clock::now();
  const RunReport report = night(every_nth(times(4, 1), real), folder.path() / "a.db");
  CHECK(report.left == 0);
  check_ends(Archive::open_read_only(folder.path() / "a.db"));
  tell_row(1, fmt::format("{} published files in {:.0f} s: {} indexed, {} partial, {} set aside",
                          report.files(), seconds_since(start), report.indexed, report.partial,
                          report.quarantined));
}

TEST_CASE("row 3: good files beside hostile ones give the same records to the byte") {
  const TemporaryFolder alone;
  write_good(alone, 10);
  night({alone.path() / "arkiv"}, alone.path() / "a.db");
  const TemporaryFolder mixed;
  write_good(mixed, 10);
  write_hostile(mixed);
  night({mixed.path() / "arkiv"}, mixed.path() / "a.db");
  const auto good = Archive::open_read_only(alone.path() / "a.db").sources();
  const auto records = [&](const TemporaryFolder& folder) {
    std::string lines = lines_of(everything_in(folder.path() / "a.db"), good);
    const std::string name = absolute_place(folder.path()).string();
    for (std::size_t at = 0; (at = lines.find(name)) != std::string::npos;)
      lines.erase(at, name.size());
    return lines;
  };
  CHECK(records(alone).size() > 10'000);
  CHECK(records(alone) == records(mixed));
  tell_row(3, fmt::format("records of 10 files beside {} hostile ones are the same to the byte",
                          hostile_files().size()));
}
