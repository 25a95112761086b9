// Power cuts: a file system that loses all that was not synced, at random instants.
#include <fcntl.h>
#include <fmt/format.h>
#include <linux/types.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <random>
#include <thread>

#include "night.h"
#include "pipeline/store/disk_file.h"
#include "pipeline/store/snapshot.h"
#include "processes.h"

using namespace diarium;

namespace {

namespace fs = std::filesystem;

bool can(const std::string& command) {
  return std::system((command + " >/dev/null 2>&1").c_str()) == 0;  // NOLINT(cert-env33-c)
}

/// A small ext4 in a file, whose power can be cut.
class Disk {
 public:
  explicit Disk(const fs::path& folder) : image_(folder / "image"), place_(folder / "disk") {
    fs::create_directories(place_);
    std::ofstream(image_).put('\0');
    fs::resize_file(image_, std::uintmax_t{64} << 20U);
  }
  Disk(const Disk&) = delete;
  Disk& operator=(const Disk&) = delete;
  ~Disk() { ::umount2(place_.c_str(), MNT_DETACH); }

  [[nodiscard]] const fs::path& place() const { return place_; }
  [[nodiscard]] bool make() const { return can("mkfs.ext4 -q -F " + image_.string()); }
  [[nodiscard]] bool power_on() const {
    return can(fmt::format("mount -o loop {} {}", image_.string(), place_.string()));
  }
  /// What was not synced is gone, as is what was in the journal's memory.
  [[nodiscard]] bool cut_power() const {
    constexpr unsigned kWithoutFlushingTheLog = 2;
    const int folder = ::open(place_.c_str(), O_RDONLY | O_CLOEXEC);
    __u32 how = kWithoutFlushingTheLog;
    const bool cut = ::ioctl(folder, _IOR('X', 125, __u32), &how) == 0;
    ::close(folder);
    return cut;
  }
  /// Workers that lost their parent hold it for a moment.
  [[nodiscard]] bool take_off() const {
    constexpr int kMostTries = 1'000;
    for (int i = 0; i < kMostTries; ++i) {
      if (::umount(place_.c_str()) == 0) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return false;
  }

 private:
  fs::path image_;
  fs::path place_;
};

/// Writes exports of two states of an archive by turns, and copies of the archive, until it is
/// killed.
void publish_without_end(const fs::path& folder, const std::string& one, const std::string& other,
                         const fs::path& archive) {
  for (;;) {
    for (const std::string& state : {one, other}) {
      write_whole_file(folder / "export.jsonl", state);
      place_whole_file(folder / "published.db", [&](const fs::path& aside) {
        write_snapshot(Archive::open_read_only(archive), aside);
      });
    }
  }
}

}  // namespace

TEST_CASE("row 9: power cuts lose nothing that was promised, and leave no half of anything") {
  const TemporaryFolder folder;
  const Disk disk(folder.path());
  if (::geteuid() != 0 || !disk.make() || !disk.power_on()) {
    std::cout << "skipped: row 9, power cuts need root, mkfs.ext4 and a loop device\n";
    return;
  }
  write_good(folder, 8);
  const fs::path files = folder.path() / "arkiv";
  const Configuration settings = settings_of_quick_night();
  understander_of_night();  // made once, which is no part of a run
  const auto start = std::chrono::steady_clock::now();
  night({files}, folder.path() / "whole.db", settings);
  const auto run_time = std::chrono::duration_cast<std::chrono::microseconds>(
      std::chrono::steady_clock::now() - start);
  const std::string undisturbed = everything_in(folder.path() / "whole.db");
  const std::string half = undisturbed.substr(0, undisturbed.size() / 2);
  const fs::path database = disk.place() / "a.db";
  std::mt19937 random(9);
  std::size_t promises = 0;
  int finished = 0;
  int lost = 0;
  int halves = 0;
  int unsound = 0;
  const int cuts = times(6, 200);
  for (int cut = 0; cut < cuts; ++cut) {
    CAPTURE(cut);
    const pid_t run = in_a_process([&] { night({files}, database, settings); });
    const pid_t publisher = in_a_process(
        [&] { publish_without_end(disk.place(), undisturbed, half, folder.path() / "whole.db"); });
    std::this_thread::sleep_for(
        std::chrono::microseconds(random() % static_cast<unsigned>(run_time.count())));
    const std::set<std::string> promised = indexed_in(database);
    if (!disk.cut_power()) {
      kill_now(run);
      kill_now(publisher);
      std::cout << "skipped: row 9, this ext4 can't be cut off\n";
      return;
    }
    kill_now(run);
    kill_now(publisher);
    REQUIRE(disk.take_off());
    REQUIRE(disk.power_on());
    promises += promised.size();
    const std::set<std::string> kept = indexed_in(database);
    lost += !std::includes(kept.begin(), kept.end(), promised.begin(), promised.end());
    unsound += !faults_of(database).empty();
    const auto exported = bytes_of_file(disk.place() / "export.jsonl");
    halves += exported && *exported != undisturbed && *exported != half;
    halves += fs::exists(disk.place() / "published.db") &&
              everything_in(disk.place() / "published.db") != undisturbed;
    CHECK(lost + unsound + halves == 0);
    for (const auto& entry : fs::directory_iterator(disk.place())) {
      if (entry.path().extension() == ".part") fs::remove(entry.path());
    }
    // A file that runs break off at again and again is rightly set aside: let every second end.
    if (cut % 2 == 0) continue;
    night({files}, database, settings);
    const bool same = everything_in(database) == undisturbed;
    CHECK(same);
    if (same) ++finished;
    for (const char* const ending : {"", "-wal", "-shm"}) fs::remove(database.string() + ending);
  }
  tell_row(9,
           fmt::format("{} power cuts, {} files promised before them: {} times some were lost, {} "
                       "half exports or copies, {} times verify found a fault; {} of {} runs "
                       "after them end like an undisturbed one",
                       cuts, promises, lost, halves, unsound, finished, cuts / 2));
}
