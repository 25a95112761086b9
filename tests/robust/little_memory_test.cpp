// Workers that get less and less memory.
#include <fmt/format.h>
#include <poll.h>

#include <catch2/catch.hpp>
#include <cstddef>

#include "models/json.h"
#include "night.h"
#include "pipeline/run/worker_process.h"
#include "processes.h"

using namespace diarium;

namespace {

/// What became of one document, a text page and a scan.
struct Ends {
  int read = 0;           ///< pages
  int for_memory = 0;     ///< pages, or the whole file, with memory as the reason
  int for_another = 0;    ///< with any other
  std::string another{};  ///< the last of these
};

void count(Ends& ends, const Error& error) {
  if (error.code == ErrorCode::out_of_memory) {
    ++ends.for_memory;
  } else {
    ++ends.for_another;
    ends.another = error.message;
  }
}

void count(Ends& ends, const Frame& frame) {
  if (frame.kind == FrameKind::read) ++ends.read;
  if (frame.kind == FrameKind::lost || frame.kind == FrameKind::failed ||
      frame.kind == FrameKind::unusable)
    count(ends, error_of_payload(frame.payload));
}

Ends ends_with(std::size_t memory_mb, const std::filesystem::path& file) {
  Configuration configuration = settings_of_night();
  configuration.memory_mb = memory_mb;
  Nursery nursery(configuration);
  WorkerProcess worker({.file = file}, nursery);
  Ends ends;
  bool told = false;
  while (!worker.ended()) {
    pollfd news{worker.descriptor(), POLLIN, 0};
    ::poll(&news, 1, 1000);
    for (const Frame& frame : worker.receive()) {
      count(ends, frame);
      told = frame.kind != FrameKind::opened && frame.kind != FrameKind::begun;
    }
  }
  if (!told) count(ends, worker.cause_of_death());
  return ends;
}

}  // namespace

TEST_CASE("row 12: a worker that gets too little memory tells that this is the reason") {
  const TemporaryFolder folder;
  write_scan(folder);
  Ends all;
  int sizes = 0;
  const std::size_t step = static_cast<std::size_t>(times(96, 16));
  // Tests that ran before have left their mark on what this process has mapped.
  const std::size_t mapped = mapped_mib();
  for (std::size_t room = 0; room <= 960; room += step, ++sizes) {
    const Ends ends = ends_with(mapped + room, folder.path() / "arkiv/scan.pdf");
    CAPTURE(mapped, room, ends.another);
    CHECK(ends.for_another == 0);
    CHECK(ends.read + ends.for_memory > 0);
    if (room >= 450) CHECK(ends.read == 2);
    all.read += ends.read;
    all.for_memory += ends.for_memory;
    all.for_another += ends.for_another;
  }
  tell_row(12, fmt::format("workers with {} sizes of memory up to 1 GB: {} pages read, {} "
                           "ends for want of memory, {} with another reason",
                           sizes, all.read, all.for_memory, all.for_another));
}
