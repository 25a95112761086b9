#include "pipeline/run/conversation.h"

#include <catch2/catch.hpp>

using namespace diarium;

namespace {

const Frame kOpened{FrameKind::opened, 3, "application/pdf"};

/// How many of the frames are allowed before the first that isn't.
std::size_t allowed(const std::vector<Frame>& frames) {
  Conversation conversation;
  std::size_t count = 0;
  while (count < frames.size() && conversation.allows(frames[count])) ++count;
  return count;
}

Frame begun(int page) {
  return {FrameKind::begun, page, {}};
}
Frame read(int page) {
  return {FrameKind::read, page, {}};
}

}  // namespace

TEST_CASE("conversation: opened, page by page begun and answered, finished") {
  CHECK(allowed({kOpened, begun(1), read(1), begun(3), {FrameKind::lost, 3, {}}, {}}) == 6);
  CHECK(allowed({{FrameKind::failed, 0, {}}}) == 1);
}

TEST_CASE("conversation: what a hijacked worker might say instead is refused") {
  CHECK(allowed({begun(1)}) == 0);
  CHECK(allowed({{FrameKind::opened, 0, "application/pdf"}}) == 0);
  CHECK(allowed({{FrameKind::opened, 3, "text/html\n<script>"}}) == 0);
  CHECK(allowed({kOpened, kOpened}) == 1);
  CHECK(allowed({kOpened, read(1)}) == 1);
  CHECK(allowed({kOpened, begun(1), read(2)}) == 2);
  CHECK(allowed({kOpened, begun(1), begun(2)}) == 2);
  CHECK(allowed({kOpened, begun(4)}) == 1);
  CHECK(allowed({kOpened, begun(1), {FrameKind::finished, 0, {}}}) == 2);
}

TEST_CASE("conversation: a page begun again and again would never be overdue") {
  CHECK(allowed({kOpened, begun(2), read(2), begun(2)}) == 3);
  CHECK(allowed({kOpened, begun(2), read(2), begun(1)}) == 3);
}

TEST_CASE("conversation: nothing comes after the last word") {
  CHECK(allowed({{FrameKind::failed, 0, {}}, kOpened}) == 1);
  CHECK(allowed({kOpened, {FrameKind::finished, 0, {}}, begun(1)}) == 2);
}
