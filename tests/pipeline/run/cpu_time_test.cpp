#include "pipeline/run/cpu_time.h"

#include <catch2/catch.hpp>

#include <thread>

TEST_CASE("cpu time: grows while the process works") {
  const double start = diarium::cpu_seconds();
  volatile double sum = 0;
  while (diarium::cpu_seconds() - start < 0.01) sum = sum + 1;
  CHECK(diarium::cpu_seconds() > start);
}

TEST_CASE("cpu time: that of a thread leaves out what others use") {
  std::thread other([] {
    volatile double sum = 0;
    while (diarium::thread_cpu_seconds() < 0.02) sum = sum + 1;
  });
  const double start = diarium::thread_cpu_seconds();
  other.join();
  CHECK(diarium::thread_cpu_seconds() - start < 0.01);
}
