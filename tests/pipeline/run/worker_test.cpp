#include "pipeline/run/worker.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>

#include "models/json.h"
#include "pipeline/run/frames.h"
#include "temporary_archive.h"

using namespace diarium;

namespace {

/// What a worker tells about a task, run in this process.
std::vector<Frame> frames_of(const WorkerTask& task, const Configuration& configuration) {
  std::array<int, 2> ends{};
  REQUIRE(::pipe(ends.data()) == 0);
  ::fcntl(ends[1], F_SETPIPE_SZ, 1 << 20);
  work(task, configuration, open_document(task), ends[1]);
  ::close(ends[1]);
  FrameParser parser;
  std::array<char, 4096> buffer{};
  for (ssize_t size = 0; (size = ::read(ends[0], buffer.data(), buffer.size())) > 0;) {
    parser.add({buffer.data(), static_cast<std::size_t>(size)});
  }
  ::close(ends[0]);
  std::vector<Frame> frames;
  while (auto frame = parser.next()) frames.push_back(std::move(*frame));
  return frames;
}

std::vector<int> numbers_of(const std::vector<Frame>& frames, FrameKind kind) {
  std::vector<int> numbers;
  for (const Frame& frame : frames) {
    if (frame.kind == kind) numbers.push_back(frame.number);
  }
  return numbers;
}

}  // namespace

TEST_CASE("worker: tells how many pages a file has, then each page, then that it is finished") {
  const TemporaryFolder folder;
  const auto file = folder.write("a.pdf", pdf_of({memo_lines(1), memo_lines(2)}));
  const auto frames = frames_of({.file = file}, {});
  REQUIRE(frames.size() == 6);
  CHECK(frames.front() == Frame{FrameKind::opened, 2, "application/pdf"});
  CHECK(numbers_of(frames, FrameKind::read) == std::vector<int>{1, 2});
  CHECK(frames.back().kind == FrameKind::finished);
  const auto page = decode_page(page_of_payload(frames[2].payload));
  REQUIRE(page);
  CHECK(text_of(*page).find("Budgetuppföljning nummer 1") != std::string::npos);
}

TEST_CASE("worker: a first share leaves out pages that are fresh, a range is read as it is told") {
  const TemporaryFolder folder;
  const auto file =
      folder.write("a.pdf", pdf_of({memo_lines(1), memo_lines(2), memo_lines(3), memo_lines(4)}));
  Configuration configuration;
  configuration.pages_per_task = 2;
  CHECK(numbers_of(frames_of({.file = file, .fresh = {1}}, configuration), FrameKind::read) ==
        std::vector<int>{2, 3});
  CHECK(numbers_of(frames_of({.file = file, .pages = {4}}, configuration), FrameKind::read) ==
        std::vector<int>{4});
}

TEST_CASE("worker: a file that can't be read is one frame with its reason") {
  const TemporaryFolder folder;
  const auto frames = frames_of({.file = folder.write("a.pdf", "no such thing")}, {});
  REQUIRE(frames.size() == 1);
  CHECK(frames[0].kind == FrameKind::failed);
  CHECK(error_of_payload(frames[0].payload).code == ErrorCode::unsupported);
}

TEST_CASE("worker: missing pages are those that are not fresh") {
  CHECK(missing_pages(4, {}) == std::vector<int>{1, 2, 3, 4});
  CHECK(missing_pages(4, {1, 3}) == std::vector<int>{2, 4});
  CHECK(missing_pages(2, {1, 2}).empty());
}
