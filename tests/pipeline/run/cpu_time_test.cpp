#include "pipeline/run/cpu_time.h"

#include <catch2/catch.hpp>

TEST_CASE("cpu time: grows while the process works") {
  const double start = diarium::cpu_seconds();
  volatile double sum = 0;
  while (diarium::cpu_seconds() - start < 0.01) sum = sum + 1;
  CHECK(diarium::cpu_seconds() > start);
}
