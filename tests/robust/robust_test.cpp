// The short form of the table of promises: what foreign files, kills, full disks and flipped bits
// must not do. DIARIUM_SOAK=1 gives the long form.
#include <fmt/format.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <fstream>
#include <iostream>
#include <map>
#include <random>
#include <sstream>
#include <thread>

#include "hostile_files.h"
#include "night.h"
#include "pipeline/run/discovery.h"
#include "pipeline/run/intake.h"
#include "pipeline/run/verify.h"
#include "pipeline/store/database.h"
#include "pipeline/store/status.h"
#include "tests/pipeline/run/temporary_archive.h"
#include "tests/source_folder.h"

using namespace diarium;

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

void write_good(const TemporaryFolder& folder, int count) {
  for (int n = 1; n <= count; ++n) {
    folder.write(fmt::format("arkiv/{:03}.pdf", n),
                 pdf_of({memo_lines(n), memo_lines(1000 + n), memo_lines(2000 + n)}));
  }
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

template <typename Act>
pid_t in_a_process(const Act& act) {
  const pid_t child = ::fork();
  if (child == 0) {
    ::setpgid(0, 0);
    try {
      act();
    } catch (const std::exception& error) {
      std::cerr << error.what() << '\n';
      ::_exit(2);
    }
    ::_exit(0);
  }
  return child;
}

int status_of_end(pid_t child) {
  int status = 0;
  ::waitpid(child, &status, 0);
  return status;
}

void flip_a_bit(const fs::path& file, std::size_t bit) {
  std::fstream bytes(file, std::ios::binary | std::ios::in | std::ios::out);
  bytes.seekg(static_cast<std::streamoff>(bit / 8));
  const int byte = bytes.get();
  bytes.seekp(static_cast<std::streamoff>(bit / 8));
  bytes.put(static_cast<char>(byte ^ (1 << (bit % 8))));
}

}  // namespace

TEST_CASE("row 1: hostile files of our own all come to an end with a reason, each in its time") {
  const TemporaryFolder folder;
  write_hostile(folder);
  const auto start = Clock::now();
  const RunReport report = night(folder.path() / "arkiv", folder.path() / "a.db");
  const double seconds = seconds_since(start);
  CHECK(report.files() == static_cast<int>(hostile_files().size()));
  CHECK(report.left == 0);
  check_ends(Archive::open_read_only(folder.path() / "a.db"));
  // A page may be tried twice, for 4 and 2 seconds.
  CHECK(seconds < 6.0 * static_cast<double>(hostile_files().size()));
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  CHECK(usage.ru_maxrss < 200 * 1024);
  tell_row(1, fmt::format("{} files of our own in {:.0f} s: 0 crashes, 0 hangs, all with a reason, "
                          "supervisor {} MB",
                          hostile_files().size(), seconds, usage.ru_maxrss / 1024));
}

TEST_CASE("row 1: published hostile PDFs all come to an end with a reason") {
  const fs::path real = source_folder() / "../shared/real/hostile";
  if (!fs::exists(real)) {
    std::cout << "skipped: no " << real.string() << '\n';
    return;
  }
  const TemporaryFolder folder;
  const auto start = Clock::now();
  const RunReport report = night_over(every_nth(times(4, 1), real), folder.path() / "a.db");
  CHECK(report.left == 0);
  check_ends(Archive::open_read_only(folder.path() / "a.db"));
  tell_row(1, fmt::format("{} published files in {:.0f} s: {} indexed, {} partial, {} set aside",
                          report.files(), seconds_since(start), report.indexed, report.partial,
                          report.quarantined));
}

TEST_CASE("row 3: good files beside hostile ones give the same records to the byte") {
  const TemporaryFolder alone;
  write_good(alone, 10);
  night(alone.path() / "arkiv", alone.path() / "a.db");
  const TemporaryFolder mixed;
  write_good(mixed, 10);
  write_hostile(mixed);
  night(mixed.path() / "arkiv", mixed.path() / "a.db");
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

TEST_CASE("row 8: workers killed at random cost no page") {
  const TemporaryFolder folder;
  write_good(folder, times(20, 300));
  const pid_t run = in_a_process([&] { night(folder.path() / "arkiv", folder.path() / "a.db"); });
  const std::string children = fmt::format("/proc/{0}/task/{0}/children", run);
  std::mt19937 random(3);
  int kills = 0;
  pid_t canary = 0;
  int status = 0;
  while (::waitpid(run, &status, WNOHANG) == 0) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20 + random() % 60));
    pid_t worker = 0;
    if (!(std::ifstream(children) >> worker)) continue;
    if (canary == 0) canary = worker;  // whose death three times over ends a run rightly
    if (worker != canary && ::kill(worker, SIGKILL) == 0) ++kills;
    // The breaker would rightly end a run most of whose workers die.
    std::this_thread::sleep_for(std::chrono::milliseconds(60));
    if (kills >= times(8, 500)) break;
  }
  if (!WIFEXITED(status) || status != 0 || kills >= times(8, 500)) status = status_of_end(run);
  const RunReport rest = night(folder.path() / "arkiv", folder.path() / "a.db");
  CHECK(rest.set_aside() == 0);
  const Archive archive = Archive::open_read_only(folder.path() / "a.db");
  CHECK(archive.sources(SourceStatus::indexed).size() == static_cast<std::size_t>(times(20, 300)));
  tell_row(8, fmt::format("{} kills of workers: 0 pages lost", kills));
}

TEST_CASE("row 11: a full disk ends the run cleanly, keeps what was stored, and the next goes on") {
  if (::geteuid() != 0) {
    std::cout << "skipped: only root can mount a small disk\n";
    return;
  }
  const TemporaryFolder folder;
  write_good(folder, 60);
  const fs::path disk = folder.path() / "disk";
  fs::create_directories(disk);
  if (::mount("none", disk.c_str(), "tmpfs", 0, "size=3m") != 0) {
    std::cout << "skipped: no tmpfs can be mounted here\n";
    return;
  }
  const pid_t run = in_a_process([&] { night(folder.path() / "arkiv", disk / "a.db"); });
  const int status = status_of_end(run);
  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 2);
  const std::size_t kept =
      Archive::open_read_only(disk / "a.db").sources(SourceStatus::indexed).size();
  CHECK(kept > 0);
  CHECK(damage_of(Archive::open_read_only(disk / "a.db")).empty());
  REQUIRE(::mount("none", disk.c_str(), "tmpfs", MS_REMOUNT, "size=64m") == 0);
  const RunReport rest = night(folder.path() / "arkiv", disk / "a.db");
  CHECK(rest.indexed + static_cast<int>(kept) >= 60);
  CHECK(Archive::open_read_only(disk / "a.db").sources(SourceStatus::indexed).size() == 60);
  ::umount2(disk.c_str(), MNT_DETACH);
  tell_row(11,
           fmt::format("{} of 60 files kept when the disk was full, all 60 after it grew", kept));
}

TEST_CASE("row 13: verify finds every flipped bit that changes a record") {
  const TemporaryFolder folder;
  write_good(folder, 8);
  const fs::path whole = folder.path() / "a.db";
  night(folder.path() / "arkiv", whole);
  { Archive::open(whole).database().execute("PRAGMA wal_checkpoint(TRUNCATE)"); }
  const std::string before = everything_in(whole);
  const fs::path copy = folder.path() / "copy.db";
  std::mt19937_64 random(11);
  int changing = 0;
  int found = 0;
  const int flips = times(40, 1000);
  for (int flip = 0; flip < flips; ++flip) {
    for (const char* const ending : {"-wal", "-shm"}) fs::remove(copy.string() + ending);
    fs::copy_file(whole, copy, fs::copy_options::overwrite_existing);
    flip_a_bit(copy, random() % (fs::file_size(whole) * 8));
    bool changed = true;
    try {
      changed = everything_in(copy) != before;
    } catch (const std::exception&) {
      changed = true;
    }
    bool told = true;
    try {
      told = !verify(Archive::open_to_check(copy), {}, {}).faults.empty();
    } catch (const std::exception&) {
      told = true;  // a damage that keeps it from being opened is told, too
    }
    if (changed) ++changing;
    if (changed && told) ++found;
  }
  CHECK(found == changing);
  tell_row(13, fmt::format("{} flips, {} changed an answer, {} of these told by verify", flips,
                           changing, found));
}

TEST_CASE("row 14: files that are known are passed by without being read") {
  const TemporaryFolder folder;
  const int count = times(2'000, 100'000);
  for (int n = 0; n < count; ++n)
    folder.write(fmt::format("arkiv/{}/{}.pdf", n / 500, n), std::to_string(n));
  Archive archive = Archive::open(folder.path() / "a.db");
  Page page;
  page.number = 1;
  const auto pass = [&] {
    Intake intake(archive, {"r", "u", "s"}, std::chrono::seconds(0), 0);
    std::map<Arrival, int> arrivals;
    const auto take_in = [&](const FoundFile& file) {
      const Decision decision = intake.take_in(file);
      ++arrivals[decision.arrival];
      if (decision.arrival != Arrival::to_read) return;
      archive.put_reading(decision.source, "r", page);
      archive.put_understanding(decision.source, "u", {page}, {});
      archive.finish_source(decision.source, {.status = SourceStatus::indexed, .pages = 1});
    };
    Archive::Transaction transaction(archive);
    discover(folder.path() / "arkiv", take_in, [](const Error&) {});
    transaction.commit();
    return arrivals;
  };
  pass();
  const auto start = Clock::now();
  CHECK(pass() == std::map<Arrival, int>{{Arrival::unchanged, count}});
  const double seconds = seconds_since(start);
  CHECK(seconds < 10.0);
  tell_row(14, fmt::format("{} unchanged files passed by in {:.2f} s: {:.0f} a second", count,
                           seconds, count / seconds));
}

TEST_CASE(
    "row 14: order, jobs and names don't change what is found, and a second run does nothing") {
  const TemporaryFolder folder;
  write_good(folder, 6);
  night(folder.path() / "arkiv", folder.path() / "a.db");
  const std::string first = everything_in(folder.path() / "a.db");
  CHECK(night(folder.path() / "arkiv", folder.path() / "a.db").unchanged == 6);
  CHECK(everything_in(folder.path() / "a.db") == first);
  {
    Archive archive = Archive::open(folder.path() / "b.db");
    Configuration one_worker = settings_of_night();
    one_worker.jobs = 1;
    std::vector<fs::path> files;
    for (int n = 6; n >= 1; --n) files.push_back(folder.path() / fmt::format("arkiv/{:03}.pdf", n));
    ingest(files, one_worker, archive, Understander(RuleBook::built_in()), {});
  }
  CHECK(everything_in(folder.path() / "b.db") == first);
  tell_row(14,
           "0 files read the second time; the same export for another order and number of jobs");
}
