// Disks that fail or are full, and memory that is refused, to the run.
#include <fmt/format.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cerrno>
#include <fstream>
#include <iostream>
#include <map>

#include "failing_calls.h"
#include "models/json.h"
#include "night.h"
#include "pipeline/run/memory_reserve.h"
#include "pipeline/store/status.h"
#include "processes.h"

using namespace diarium;

namespace {

namespace fs = std::filesystem;

/// How a run ended in which the nth call failed.
enum class Ending { well, failed, brought_down, not_reached };

/// A small archive, run anew under trap after trap.
struct Example {
  TemporaryFolder folder;
  Configuration settings = settings_of_quick_night();
  std::string undisturbed;

  Example() {
    settings.jobs = 1;
    settings.status_file = file("status.json");
    write_good(folder, 2);
    night({file("arkiv")}, file("whole.db"), settings);
    undisturbed = everything_in(file("whole.db"));
  }
  [[nodiscard]] fs::path file(const std::string& name) const { return folder.path() / name; }

  [[nodiscard]] Ending run_with(const Trap& trap) const {
    constexpr int kNotReached = 10;
    for (const char* const ending : {"", "-wal", "-shm"})
      fs::remove(file("a.db").string() + ending);
    const int status = status_of_end(in_a_process([&] {
      set_trap(trap);
      night({file("arkiv")}, file("a.db"), settings);
      if (!trap_sprung()) ::_exit(kNotReached);
    }));
    if (!WIFEXITED(status)) return Ending::brought_down;
    if (WEXITSTATUS(status) == kNotReached) return Ending::not_reached;
    return WEXITSTATUS(status) == 0 ? Ending::well : Ending::failed;
  }
  /// What the run left is sound, and the next one makes it whole.
  void check() const {
    CHECK(faults_of(file("a.db")).empty());
    night({file("arkiv")}, file("a.db"), settings);
    CHECK(everything_in(file("a.db")) == undisturbed);
  }
};

long calls_in_a_run(const Example& example, Call call) {
  const pid_t run = in_a_process([&] {
    set_trap({call, 1'000'000'000, EIO});
    night({example.file("arkiv")}, example.file("counted.db"), example.settings);
    std::ofstream(example.file("calls")) << calls_counted();
  });
  REQUIRE(status_of_end(run) == 0);
  for (const char* const ending : {"", "-wal", "-shm"})
    fs::remove(example.file("counted.db").string() + ending);
  long calls = 0;
  std::ifstream(example.file("calls")) >> calls;
  return calls;
}

}  // namespace

TEST_CASE("row 10: a write, sync, open or rename that fails ends a run cleanly, whichever it is") {
  const Example example;
  std::map<Ending, int> endings;
  const std::map<Call, std::vector<int>> errors{{Call::write, {EIO, ENOSPC}},
                                                {Call::sync, {EIO, ENOSPC}},
                                                {Call::open, {EMFILE, EIO}},
                                                {Call::rename, {EIO}}};
  for (const auto& [call, kinds] : errors) {
    const long calls = calls_in_a_run(example, call);
    const long step = std::max(1L, calls / times(5, 200));
    for (const int error : kinds) {
      for (long nth = 1; nth <= calls; nth += step) {
        CAPTURE(static_cast<int>(call), error, nth, calls);
        const Ending ending = example.run_with({call, nth, error});
        ++endings[ending];
        CHECK(ending != Ending::brought_down);
        example.check();
      }
    }
  }
  tell_row(10, fmt::format("{} runs in which one call failed: {} went on, {} ended with status 2, "
                           "{} were brought down; verify clean and the next run whole each time",
                           endings[Ending::well] + endings[Ending::failed], endings[Ending::well],
                           endings[Ending::failed], endings[Ending::brought_down]));
}

TEST_CASE(
    "row 12: a page that can't be decoded for want of memory is not taken for a damaged one") {
  Page page;
  page.number = 1;
  page.issues = {"page_warnings", "a longer text than a string keeps within itself"};
  const std::string bytes = encode(page);
  constexpr int kTakenForDamaged = 4;
  constexpr int kNotReached = 5;
  int status = 0;
  for (long nth = 1; nth < 1'000; ++nth) {
    status = status_of_end(in_a_process([&] {
      set_trap({Call::allocate, nth, ENOMEM});
      if (!decode_page(bytes)) ::_exit(kTakenForDamaged);
      if (!trap_sprung()) ::_exit(kNotReached);
    }));
    CAPTURE(nth);
    // What takes the tree of a page apart needs memory, too, and ends a process without a reserve.
    CHECK_FALSE((WIFEXITED(status) && WEXITSTATUS(status) == kTakenForDamaged));
    if (WIFEXITED(status) && WEXITSTATUS(status) == kNotReached) break;
  }
  CHECK((WIFEXITED(status) && WEXITSTATUS(status) == kNotReached));
}

TEST_CASE("row 12: with a reserve a page is decoded whichever allocation is refused") {
  Page page;
  page.number = 1;
  page.rulings = {{.box = {.left = 1, .top = 2, .right = 3, .bottom = 4}}};
  const std::string bytes = encode(page);
  constexpr int kNotReached = 5;
  int status = 0;
  for (long nth = 1; nth < 1'000; ++nth) {
    status = status_of_end(in_a_process([&] {
      const MemoryReserve reserve;
      set_trap({Call::allocate, nth, ENOMEM});
      if (!decode_page(bytes) || reserve.used() != trap_sprung()) ::_exit(1);
      if (!trap_sprung()) ::_exit(kNotReached);
    }));
    CAPTURE(nth);
    if (WIFEXITED(status) && WEXITSTATUS(status) == kNotReached) break;
    CHECK(status == 0);
  }
  CHECK((WIFEXITED(status) && WEXITSTATUS(status) == kNotReached));
}

TEST_CASE("row 12: memory that is refused to the run costs nothing that was stored") {
  const Example example;
  std::map<Ending, int> endings;
  const long calls = calls_in_a_run(example, Call::allocate);
  REQUIRE(calls > 2'000);
  const int early = times(8, 400);
  const int later = times(8, 200);
  std::vector<long> which;
  for (int i = 0; i < early; ++i) which.push_back(1 + i * 2'000L / early);
  for (int i = 0; i < later; ++i) which.push_back(2'000 + i * (calls - 2'000) / later);
  for (const long nth : which) {
    CAPTURE(nth, calls);
    const Ending ending = example.run_with({Call::allocate, nth, ENOMEM});
    ++endings[ending];
    CHECK(ending != Ending::brought_down);
    example.check();
  }
  tell_row(12, fmt::format("{} runs in which one allocation failed: {} went on, {} ended with "
                           "status 2, {} were brought down; verify clean each time",
                           which.size(), endings[Ending::well], endings[Ending::failed],
                           endings[Ending::brought_down]));
}

TEST_CASE("row 11: a disk without inodes keeps what was stored, and the next run goes on") {
  if (::geteuid() != 0) {
    std::cout << "skipped: only root can mount a small disk\n";
    return;
  }
  const TemporaryFolder folder;
  const fs::path disk = folder.path() / "disk";
  fs::create_directories(disk);
  if (::mount("none", disk.c_str(), "tmpfs", 0, "size=64m,nr_inodes=6") != 0) {
    std::cout << "skipped: no tmpfs can be mounted here\n";
    return;
  }
  Configuration settings = settings_of_quick_night();
  settings.status_file = disk / "status.json";
  const auto fill = [&disk] {
    for (int n = 0; std::ofstream(disk / std::to_string(n)).is_open(); ++n) continue;
  };
  const auto ends_well = [&] {
    return status_of_end(in_a_process(
               [&] { night({folder.path() / "arkiv"}, disk / "a.db", settings); })) == 0;
  };
  write_good(folder, 3);
  CHECK(ends_well());
  const std::size_t kept = indexed_in(disk / "a.db").size();
  fill();
  write_good(folder, 6);
  const bool went_on = ends_well();  // its log is there already: it may
  const std::size_t then = indexed_in(disk / "a.db").size();
  CHECK(then >= kept);
  CHECK(damage_of(Archive::open_read_only(disk / "a.db")).empty());
  for (int n = 0; fs::remove(disk / std::to_string(n)); ++n) continue;
  CHECK(ends_well());
  const std::size_t last = indexed_in(disk / "a.db").size();
  CHECK(last == 6);
  ::umount2(disk.c_str(), MNT_DETACH);
  tell_row(11, fmt::format("{} files stored, no inode left: the run {}, {} are kept; {} of 6 when "
                           "there were some again",
                           kept, went_on ? "went on" : "ended with status 2", then, last));
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
  const pid_t run = in_a_process([&] { night({folder.path() / "arkiv"}, disk / "a.db"); });
  const int status = status_of_end(run);
  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 2);
  const std::size_t kept =
      Archive::open_read_only(disk / "a.db").sources(SourceStatus::indexed).size();
  CHECK(kept > 0);
  CHECK(damage_of(Archive::open_read_only(disk / "a.db")).empty());
  REQUIRE(::mount("none", disk.c_str(), "tmpfs", MS_REMOUNT, "size=64m") == 0);
  const RunReport rest = night({folder.path() / "arkiv"}, disk / "a.db");
  CHECK(rest.indexed + static_cast<int>(kept) >= 60);
  CHECK(Archive::open_read_only(disk / "a.db").sources(SourceStatus::indexed).size() == 60);
  ::umount2(disk.c_str(), MNT_DETACH);
  tell_row(11,
           fmt::format("{} of 60 files kept when the disk was full, all 60 after it grew", kept));
}
