#include "pipeline/read/page_watch.h"

#include <catch2/catch.hpp>

#include <chrono>
#include <thread>

namespace diarium {

TEST_CASE("page watch: time that is worked counts, time that is waited doesn't") {
  const PageWatch watch(0.02);
  std::this_thread::sleep_for(std::chrono::milliseconds(40));
  CHECK_FALSE(watch.is_over());
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(5);
  while (!watch.is_over() && std::chrono::steady_clock::now() < end) {
  }
  CHECK(watch.is_over());
}

}  // namespace diarium
