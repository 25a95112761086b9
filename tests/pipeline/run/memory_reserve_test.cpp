#include "pipeline/run/memory_reserve.h"

#include <catch2/catch.hpp>
#include <cstdint>
#include <new>

using namespace diarium;

namespace {

/// More than any system has.
void ask_for_too_much() {
  ::operator delete(::operator new(PTRDIFF_MAX));
}

}  // namespace

TEST_CASE("memory reserve: is given up when memory is refused, and tells it") {
  const MemoryReserve reserve;
  CHECK_FALSE(reserve.used());
  CHECK_THROWS_AS(ask_for_too_much(), std::bad_alloc);
  CHECK(reserve.used());
  CHECK_THROWS_AS(ask_for_too_much(), std::bad_alloc);
}

TEST_CASE("memory reserve: lives no longer than its work, and the next one is whole") {
  const std::new_handler before = std::get_new_handler();
  {
    const MemoryReserve reserve;
    CHECK_THROWS_AS(ask_for_too_much(), std::bad_alloc);
    CHECK(std::get_new_handler() != before);
  }
  CHECK(std::get_new_handler() == before);
  const MemoryReserve next;
  CHECK_FALSE(next.used());
}
