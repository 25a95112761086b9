#include "pipeline/run/nursery.h"

#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <chrono>
#include <fstream>
#include <string>
#include <thread>

#include "pipeline/run/worker_process.h"
#include "temporary_archive.h"

using namespace diarium;

namespace {

int frames_of(WorkerTask task, Nursery& nursery) {
  WorkerProcess worker(std::move(task), nursery);
  int frames = 0;
  while (!worker.ended()) {
    pollfd news{worker.descriptor(), POLLIN, 0};
    ::poll(&news, 1, 1000);
    frames += static_cast<int>(worker.receive().size());
  }
  return frames;
}

std::size_t open_descriptors_of(pid_t process) {
  std::size_t count = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator("/proc/" + std::to_string(process) + "/fd"))
    count += entry.path().empty() ? 0 : 1;
  return count;
}

/// Gone, or nothing but an entry that nobody has read yet.
bool is_dead(pid_t process) {
  std::ifstream file("/proc/" + std::to_string(process) + "/stat");
  std::string line;
  if (!std::getline(file, line)) return true;
  return line.substr(line.rfind(')') + 1).starts_with(" Z");
}

}  // namespace

TEST_CASE("nursery: workers are children of the process that made it") {
  const Configuration configuration;
  Nursery nursery(configuration);
  std::array<int, 2> ends{};
  REQUIRE(::pipe(ends.data()) == 0);
  const pid_t worker = nursery.start({.file = "/nowhere.pdf"}, ends[1]);
  ::close(ends[1]);
  int status = -1;
  CHECK(::waitpid(worker, &status, 0) == worker);
  CHECK(status == 0);
  ::close(ends[0]);
}

TEST_CASE("nursery: one that is killed is made anew, and no file notices") {
  const TemporaryFolder folder;
  const Configuration configuration;
  const WorkerTask task{.file = folder.write("a.pdf", pdf_of({memo_lines(1)}))};
  Nursery nursery(configuration);
  CHECK(frames_of(task, nursery) == 4);
  const pid_t former = nursery.process();
  ::kill(former, SIGKILL);
  CHECK(frames_of(task, nursery) == 4);
  CHECK(nursery.process() != former);
}

TEST_CASE("nursery: holds nothing open of what the run has, such as its lock") {
  const TemporaryFolder folder;
  const std::ofstream file(folder.path() / "lock");
  const Configuration configuration;
  Nursery nursery(configuration);
  frames_of({.file = "/nowhere.pdf"}, nursery);  // by then it has set itself up
  CHECK(open_descriptors_of(nursery.process()) == 4);
}

TEST_CASE("nursery: dies with the process that made it") {
  std::array<int, 2> ends{};
  REQUIRE(::pipe(ends.data()) == 0);
  const pid_t run = ::fork();
  if (run == 0) {
    const Configuration configuration;
    const Nursery nursery(configuration);
    const pid_t process = nursery.process();
    static_cast<void>(!::write(ends[1], &process, sizeof process));
    ::kill(::getpid(), SIGKILL);
  }
  pid_t process = -1;
  REQUIRE(::read(ends[0], &process, sizeof process) == sizeof process);
  ::waitpid(run, nullptr, 0);
  for (int i = 0; i < 1000 && !is_dead(process); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  CHECK(is_dead(process));
  ::close(ends[0]);
  ::close(ends[1]);
}
