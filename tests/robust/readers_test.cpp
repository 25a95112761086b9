// People who search while a run writes.
#include <fmt/format.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <chrono>
#include <fstream>
#include <random>
#include <thread>
#include <vector>

#include "night.h"
#include "pipeline/run/priority.h"
#include "pipeline/store/database.h"
#include "pipeline/store/search.h"
#include "processes.h"

using namespace diarium;

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr int kReaders = 8;

/// What one reader, or all of them, met.
struct Met {
  std::vector<double> milliseconds;  ///< of each search
  int errors = 0;
  int torn = 0;  ///< documents seen without all of their records
};

/// Every memo has three clauses of a decision. One that shows fewer was seen half written.
bool sees_torn_document(const Archive& archive) {
  SQLite::Statement& row = archive.database().prepared(
      "SELECT count(*) FROM (SELECT source FROM document LEFT JOIN record ON record.document ="
      " document.id AND record.kind = 'beslutssats' GROUP BY source HAVING count(record.id) <> 3)");
  row.executeStep();
  const bool torn = row.getColumn(0).getInt() > 0;
  row.reset();
  return torn;
}

void read_until(Clock::time_point end, const fs::path& database, unsigned seed,
                const fs::path& told) {
  const Archive archive = Archive::open_read_only(database);
  constexpr std::array<const char*, 6> kQueries{
      "budget",         "uppföljning", "almvik handlingar", "kind:beslutssats godkänner",
      "\"lägger den\"", "sammanfattn*"};
  std::mt19937 random(seed);
  std::ofstream out(told);
  while (Clock::now() < end) {
    // Eight people read what they find before they ask again.
    std::this_thread::sleep_for(std::chrono::milliseconds(100 + random() % 200));
    const auto start = Clock::now();
    try {
      search(archive, kQueries.at(random() % kQueries.size()));
      const double taken = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
      out << taken << ' ' << 0 << ' ' << sees_torn_document(archive) << '\n';
    } catch (const std::exception&) {
      out << 0 << ' ' << 1 << ' ' << 0 << '\n';
    }
  }
}

Met met_by_readers(std::chrono::seconds duration, const fs::path& database,
                   const fs::path& folder) {
  std::vector<pid_t> readers;
  const auto end = Clock::now() + duration;
  for (unsigned i = 0; i < kReaders; ++i) {
    readers.push_back(
        in_a_process([&, i] { read_until(end, database, i, folder / fmt::format("met_{}", i)); }));
  }
  Met met;
  for (unsigned i = 0; i < kReaders; ++i) {
    if (status_of_end(readers[i]) != 0) ++met.errors;
    std::ifstream in(folder / fmt::format("met_{}", i));
    double taken = 0;
    int failed = 0;
    for (int torn = 0; in >> taken >> failed >> torn;) {
      met.errors += failed;
      met.torn += torn;
      if (failed == 0) met.milliseconds.push_back(taken);
    }
  }
  std::sort(met.milliseconds.begin(), met.milliseconds.end());
  return met;
}

double percentile(const Met& met, double share) {
  if (met.milliseconds.empty()) return 0;
  return met.milliseconds[static_cast<std::size_t>(
      share * static_cast<double>(met.milliseconds.size() - 1))];
}

}  // namespace

TEST_CASE("row 15: who searches while a run writes waits for nothing, and sees nothing half done") {
  const TemporaryFolder folder;
  write_good(folder, 40);
  const fs::path database = folder.path() / "a.db";
  night({folder.path() / "arkiv"}, database, settings_of_quick_night());
  const std::chrono::seconds duration(times(6, 150));
  const Met idle = met_by_readers(duration, database, folder.path());
  const pid_t writer = in_a_process([&] {
    Configuration one_worker = settings_of_quick_night();
    one_worker.jobs = 1;
    one_worker.nice = 10;  // as in the unit of the service
    one_worker.idle_io = true;
    step_back(one_worker);
    for (int n = 0;; ++n) {
      folder.write(fmt::format("arkiv/ny/{}.pdf", n),
                   pdf_of({memo_lines(5'000 + n), memo_lines(6'000 + n), memo_lines(7'000 + n)}));
      if (n % 5 == 4) night({folder.path() / "arkiv/ny"}, database, one_worker);
    }
  });
  const Met busy = met_by_readers(duration, database, folder.path());
  kill_now(writer);
  const std::size_t added = indexed_in(database).size() - 40;
  CHECK(added > 0);
  CHECK(idle.errors + busy.errors == 0);
  CHECK(idle.torn + busy.torn == 0);
  REQUIRE(busy.milliseconds.size() > 20);
  tell_row(15, fmt::format("{} readers, {} searches while {} files were stored: {} errors, {} "
                           "documents seen half done; p50 {:.0f} ms and p99 {:.0f} ms, without "
                           "a writer {:.0f} and {:.0f}",
                           kReaders, busy.milliseconds.size(), added, busy.errors, busy.torn,
                           percentile(busy, 0.5), percentile(busy, 0.99), percentile(idle, 0.5),
                           percentile(idle, 0.99)));
}
