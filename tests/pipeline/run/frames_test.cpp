#include "pipeline/run/frames.h"

#include <catch2/catch.hpp>

using namespace diarium;

TEST_CASE("frames: come out as they went in, however the stream is cut") {
  const Frame first{FrameKind::opened, 7, "application/pdf"};
  const Frame second{FrameKind::read, 3, std::string("\0bytes", 6)};
  const std::string bytes = bytes_of(first) + bytes_of(second);
  FrameParser parser;
  std::vector<Frame> frames;
  for (const char c : bytes) {
    parser.add({&c, 1});
    while (auto frame = parser.next()) frames.push_back(*frame);
  }
  CHECK(frames == std::vector<Frame>{first, second});
  CHECK_FALSE(parser.broken());
}

TEST_CASE("frames: a wrong kind, length or number breaks the stream for good") {
  const std::string good = bytes_of({FrameKind::finished, 0, ""});
  for (const std::size_t at : {std::size_t{3}, std::size_t{4}, std::size_t{8}}) {
    std::string bad = good;
    bad[at] = '\x7f';
    FrameParser parser;
    parser.add(bad + good);
    CHECK_FALSE(parser.next());
    CHECK(parser.broken());
  }
}

TEST_CASE("frames: errors and times survive the way") {
  const Error error = error_of_payload(payload_of(Error{ErrorCode::encrypted, "wants a password"}));
  CHECK(error.code == ErrorCode::encrypted);
  CHECK(error.message == "wants a password");
  CHECK(error_of_payload("no line end").code == ErrorCode::internal);
  const std::string payload = payload_of(PageTimes{1, 2, 3}, "page");
  CHECK(times_of_payload(payload)->recognise == 2);
  CHECK(page_of_payload(payload) == "page");
  CHECK_FALSE(times_of_payload("short"));
}

TEST_CASE("frames: what a hijacked worker says is cut, and can't write on a terminal") {
  const Error error = error_of_payload("damaged\nclean \x1B[2J" + std::string(10'000, 'x'));
  CHECK(error.message.starts_with("clean \\x1B[2J"));
  CHECK(error.message.size() < 600);
  const std::string no_times = payload_of(PageTimes{-1, 0, 0}, "page");
  CHECK_FALSE(times_of_payload(no_times));
}
