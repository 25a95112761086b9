// Night after night in one process, as `diarium ingest --watch` runs: nothing may pile up.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <fstream>
#include <iterator>
#include <vector>

#include "hostile_files.h"
#include "night.h"
#include "processes.h"
#include "shifted_clock.h"

using namespace diarium;

namespace {

namespace fs = std::filesystem;

std::size_t entries_of(const fs::path& folder) {
  return static_cast<std::size_t>(
      std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

/// What a process holds after a night.
struct Held {
  long resident_kib = 0;
  std::size_t descriptors = 0;
  bool children = false;
  std::size_t beside = 0;  ///< files beside the archive
  std::uintmax_t bytes = 0;
  int set_aside = 0;
  int left = 0;
};

Held held_after(const RunReport& report, const fs::path& database) {
  std::string child;
  std::ifstream(fmt::format("/proc/{0}/task/{0}/children", ::getpid())) >> child;
  return {.resident_kib = resident_kib(),
          .descriptors = entries_of("/proc/self/fd"),
          .children = !child.empty(),
          .beside = entries_of(database.parent_path()),
          .bytes = fs::file_size(database),
          .set_aside = report.set_aside(),
          .left = report.left};
}

/// The documents that come in on one day: memos, and a few that are hostile.
void write_day(const TemporaryFolder& folder, int day, int documents) {
  for (int n = 0; n < documents; ++n)
    folder.write(fmt::format("arkiv/{:02}/{:03}.pdf", day, n),
                 pdf_of({memo_lines(1'000 * day + n)}));
  const std::vector<HostileFile> hostile = hostile_files();
  for (int n = 0; n < std::max(1, documents / 50); ++n) {
    // Those that cost no time; the test of row 1 has the others.
    const HostileFile& file = hostile[hostile.size() - 1 - static_cast<std::size_t>(n)];
    folder.write(fmt::format("arkiv/{:02}/fel_{}.pdf", day, n),
                 file.bytes + fmt::format("\n% {}", day));
  }
}

/// All nights, told night by night to a file.
void live_through(const TemporaryFolder& folder, int nights, int documents) {
  const fs::path database = folder.path() / "archive/a.db";
  fs::create_directories(database.parent_path());
  std::ofstream told(folder.path() / "held");
  Archive archive = Archive::open(database);
  for (int day = 1; day <= nights; ++day) {
    set_clock_ahead(std::chrono::hours(24) * day);
    write_day(folder, day, documents);
    const std::int64_t run = archive.begin_run(std::to_string(day), "night", "");
    const RunReport report = ingest({folder.path() / "arkiv"}, settings_of_quick_night(), archive,
                                    understander_of_night(), {.run = run});
    archive.finish_run(run, std::to_string(day));
    const Held held = held_after(report, database);
    told << held.resident_kib << ' ' << held.descriptors << ' ' << held.children << ' '
         << held.beside << ' ' << held.bytes << ' ' << held.set_aside << ' ' << held.left << '\n';
  }
}

std::vector<Held> told_by(const fs::path& file) {
  std::vector<Held> nights;
  std::ifstream in(file);
  for (Held held; in >> held.resident_kib >> held.descriptors >> held.children >> held.beside >>
                  held.bytes >> held.set_aside >> held.left;)
    nights.push_back(held);
  return nights;
}

}  // namespace

TEST_CASE("row 21: memory, descriptors, children and files don't grow from night to night") {
  const TemporaryFolder folder;
  const int nights = times(6, 30);
  const int documents = times(20, 200);
  REQUIRE(status_of_end(in_a_process([&] { live_through(folder, nights, documents); })) == 0);
  const std::vector<Held> held = told_by(folder.path() / "held");
  REQUIRE(held.size() == static_cast<std::size_t>(nights));
  const Held& third = held[2];
  const Held& last = held.back();
  const double growth = 100.0 * static_cast<double>(last.resident_kib - third.resident_kib) /
                        static_cast<double>(third.resident_kib);
  // A short form has few documents a night, and its first nights are still filling caches.
  CHECK(growth <= times(8, 2));
  CHECK(last.descriptors == third.descriptors);
  CHECK(last.beside == third.beside);
  CHECK(std::none_of(held.begin(), held.end(),
                     [](const Held& night) { return night.children || night.left > 0; }));
  // As many bytes for the second half of the nights as for the first, give or take a tenth.
  const auto middle = held[static_cast<std::size_t>(nights) / 2 - 1].bytes;
  const double early = static_cast<double>(middle - held.front().bytes) / (nights / 2 - 1);
  const double late = static_cast<double>(last.bytes - middle) / (nights - nights / 2);
  CHECK(late / early < times(2, 1) + 0.1);
  tell_row(21, fmt::format("{} nights of {} documents in one process: memory {:+.1f} % from night "
                           "3 ({} to {} MB), descriptors, children and files beside the archive "
                           "as before, {:.0f} kB a night early and {:.0f} kB late",
                           nights, documents, growth, third.resident_kib / 1024,
                           last.resident_kib / 1024, early / 1024, late / 1024));
}
