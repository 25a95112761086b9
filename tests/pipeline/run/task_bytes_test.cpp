#include "pipeline/run/task_bytes.h"

#include <catch2/catch.hpp>

using namespace diarium;

TEST_CASE("task bytes: a task comes back as it was, whatever bytes its name has") {
  const WorkerTask task{.file = "/arkiv/\xE5r\n2024.pdf",
                        .pages = {1, 2, 70'000},
                        .fresh = {3},
                        .sha256 = std::string(64, 'a'),
                        .built_in = std::string("a\0b", 3),
                        .painted = {{1, 90}, {2, 0}}};
  const WorkerTask again = task_of_bytes(bytes_of(task));
  CHECK(again.file == task.file);
  CHECK(again.pages == task.pages);
  CHECK(again.fresh == task.fresh);
  CHECK(again.sha256 == task.sha256);
  CHECK(again.built_in == task.built_in);
  CHECK(again.painted == task.painted);
}
