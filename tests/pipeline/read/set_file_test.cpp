#include "pipeline/read/set_file.h"

#include <catch2/catch.hpp>

namespace diarium {

TEST_CASE("set file: gives its pages in any order, and no others") {
  SetFile file(MediaType::text, {Sheet{.number = 1}, Sheet{.number = 2}});
  CHECK(file.page_count() == 2);
  CHECK(file.read(2)->number == 2);
  CHECK(file.read(1)->number == 1);
  CHECK(file.read(0).error().code == ErrorCode::damaged);
  CHECK(file.read(3).error().page == 3);
}

}  // namespace diarium
