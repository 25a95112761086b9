#include "pipeline/run/worker_process.h"

#include <poll.h>

#include <catch2/catch.hpp>

#include "temporary_archive.h"

using namespace diarium;

namespace {

std::vector<Frame> all_frames(WorkerProcess& process) {
  std::vector<Frame> frames;
  while (!process.ended()) {
    pollfd news{process.descriptor(), POLLIN, 0};
    ::poll(&news, 1, 1000);
    for (Frame& frame : process.receive()) frames.push_back(std::move(frame));
  }
  return frames;
}

}  // namespace

TEST_CASE("worker process: answers over its pipe and ends by itself") {
  const TemporaryFolder folder;
  const Configuration configuration;
  Nursery nursery(configuration);
  WorkerProcess process({.file = folder.write("a.pdf", pdf_of({memo_lines(1)}))}, nursery);
  const auto frames = all_frames(process);
  REQUIRE(frames.size() == 4);
  CHECK(frames.back().kind == FrameKind::finished);
}

TEST_CASE("worker process: one that is killed tells by which signal") {
  const TemporaryFolder folder;
  const Configuration configuration;
  Nursery nursery(configuration);
  WorkerProcess process({.file = folder.write("a.pdf", pdf_of({memo_lines(1)}))}, nursery);
  process.kill();
  all_frames(process);
  const Error cause = process.cause_of_death();
  CHECK(cause.code == ErrorCode::crashed);
  CHECK_THAT(cause.message, Catch::Matchers::Contains("signal 9"));
}
