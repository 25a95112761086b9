// What kill -9 must not do, to the run and to its workers.
#include <fmt/format.h>
#include <signal.h>
#include <sys/wait.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <fstream>
#include <iostream>
#include <random>
#include <thread>

#include "failing_calls.h"
#include "night.h"
#include "processes.h"

using namespace diarium;

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;
using std::chrono::microseconds;

/// An archive, and what an undisturbed run makes of it.
struct Example {
  TemporaryFolder folder;
  Configuration settings;
  std::string undisturbed;
  microseconds duration{};
  mutable int others = 0;  ///< exports that were not as undisturbed
  mutable int lost = 0;    ///< times that something promised was not kept

  Example(int files, bool with_scan)
      : settings(with_scan ? settings_of_night() : settings_of_quick_night()) {
    write_good(folder, files);
    if (with_scan) write_scan(folder);
    understander_of_night();  // made once, which is no part of a run
    const auto start = Clock::now();
    run("whole.db");
    duration = std::chrono::duration_cast<microseconds>(Clock::now() - start);
    undisturbed = everything_in(file("whole.db"));
  }
  [[nodiscard]] fs::path file(const std::string& name) const { return folder.path() / name; }
  void run(const std::string& database) const { night({file("arkiv")}, file(database), settings); }
  void forget(const std::string& database) const {
    for (const char* const ending : {"", "-wal", "-shm"})
      fs::remove(file(database).string() + ending);
  }
  void check_kept(const std::string& database, const std::set<std::string>& promised) const {
    const std::set<std::string> kept = indexed_in(file(database));
    const bool all = std::includes(kept.begin(), kept.end(), promised.begin(), promised.end());
    CHECK(all);
    if (!all) ++lost;
  }
  /// Nothing that was promised is lost, and the next run ends as if nothing had been.
  void check(const std::string& database, const std::set<std::string>& promised) const {
    check_kept(database, promised);
    run(database);
    const bool same = everything_in(file(database)) == undisturbed;
    CHECK(same);
    if (!same) ++others;
    CHECK(faults_of(file(database)).empty());
    const Archive archive = Archive::open_read_only(file(database));
    CHECK(archive.sources(SourceStatus::claimed).empty());
    CHECK(archive.sources(SourceStatus::seen).empty());
  }
};

/// Kills runs at instants drawn from the whole of a run; every second time the next run is killed
/// as well before one may end. How often it hit.
int kill_at_random(const Example& example, int kills, unsigned seed) {
  std::mt19937 random(seed);
  int hits = 0;
  for (int kill = 0; kill < kills; ++kill) {
    std::set<std::string> promised;
    if (kill % 2 == 0) example.forget("killed.db");
    const pid_t run = in_a_process([&] { example.run("killed.db"); });
    std::this_thread::sleep_for(
        microseconds(random() % static_cast<unsigned>(example.duration.count())));
    promised = indexed_in(example.file("killed.db"));
    if (!kill_now(run)) ++hits;
    example.check_kept("killed.db", promised);
    if (kill % 2 == 1) example.check("killed.db", promised);
  }
  return hits;
}

}  // namespace

TEST_CASE("row 7: a run killed at any instant loses nothing that it had promised") {
  const Example born_digital(6, false);
  const Example with_scan(3, true);
  const int hits =
      kill_at_random(born_digital, times(16, 400), 7) + kill_at_random(with_scan, times(6, 100), 8);
  tell_row(7,
           fmt::format("{} kills at random instants, OCR and commits included: {} times something "
                       "promised was lost, {} exports other than that of an undisturbed run",
                       hits, born_digital.lost + with_scan.lost,
                       born_digital.others + with_scan.others));
}

TEST_CASE("row 7: a run killed before each of its writes loses nothing, either") {
  const Example example(2, false);
  const auto calls_of = [&](Call call) {
    example.forget("killed.db");
    const pid_t run = in_a_process([&] {
      set_trap({call, 1'000'000, 0});
      example.run("killed.db");
      std::ofstream(example.file("calls")) << calls_counted();
    });
    REQUIRE(status_of_end(run) == 0);
    long calls = 0;
    std::ifstream(example.file("calls")) >> calls;
    return calls;
  };
  int kills = 0;
  for (const Call call : {Call::write, Call::sync}) {
    const long calls = calls_of(call);
    REQUIRE(calls > 10);
    const long step = std::max(1L, calls / times(8, 250));
    for (long nth = 1; nth <= calls; nth += step) {
      CAPTURE(static_cast<int>(call), nth, calls);
      example.forget("killed.db");
      const pid_t run = in_a_process([&] {
        set_trap({call, nth, 0});
        example.run("killed.db");
      });
      if (WIFSIGNALED(status_of_end(run))) ++kills;
      example.check("killed.db", {});
    }
  }
  CHECK(kills > 8);
  tell_row(7, fmt::format("{} kills before writes and syncs: {} exports other than that of an "
                          "undisturbed run",
                          kills, example.others));
}

TEST_CASE("row 8: workers killed at random cost no page") {
  const TemporaryFolder folder;
  const int files = times(20, 300);
  write_good(folder, files);
  int kills = 0;
  int lost = 0;
  const int most = times(8, 500);
  for (unsigned round = 0; kills < most; ++round) {
    const fs::path database = folder.path() / fmt::format("{}.db", round);
    const pid_t run = in_a_process(
        [&] { night({folder.path() / "arkiv"}, database, settings_of_quick_night()); });
    const std::string children = fmt::format("/proc/{0}/task/{0}/children", run);
    std::mt19937 random(round);
    int status = 0;
    bool ended = false;
    while (kills < most && !(ended = ::waitpid(run, &status, WNOHANG) != 0)) {
      // The breaker would rightly end a run most of whose workers die.
      std::this_thread::sleep_for(std::chrono::milliseconds(60 + random() % 60));
      pid_t worker = 0;
      pid_t other = 0;
      // One that is alone is the canary, or has died before: three deaths would rightly count.
      if (!(std::ifstream(children) >> worker >> other)) continue;
      if (::kill(worker, SIGKILL) == 0) ++kills;
    }
    if (!ended) status = status_of_end(run);
    CHECK(status == 0);
    const RunReport rest = night({folder.path() / "arkiv"}, database, settings_of_quick_night());
    const auto indexed = static_cast<int>(indexed_in(database).size());
    CHECK(rest.set_aside() == 0);
    CHECK(indexed == files);
    lost += files - indexed;
  }
  tell_row(8, fmt::format("{} kills of workers: {} files not whole", kills, lost));
}
