#include "pipeline/run/memory_reserve.h"

#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <new>

namespace diarium {
namespace {

// JSON takes an array apart in a list of its elements, 16 bytes each: enough for 200 000 words on a
// page. Large enough for the system to get its address space back at once.
constexpr std::size_t kReserve = std::size_t{4} << 20U;

std::atomic<void*> held = nullptr;
std::new_handler handler_before = nullptr;

/// Called by `new` where the system refused; when it returns, `new` tries again.
void give_reserve() {
  void* const reserve = held.exchange(nullptr);
  if (reserve == nullptr) throw std::bad_alloc();
  std::free(reserve);
}

}  // namespace

MemoryReserve::MemoryReserve() {
  held = std::malloc(kReserve);
  if (held == nullptr) throw std::bad_alloc();
  handler_before = std::set_new_handler(give_reserve);
}

MemoryReserve::~MemoryReserve() {
  std::set_new_handler(handler_before);
  std::free(held.exchange(nullptr));
}

bool MemoryReserve::used() const {
  return held == nullptr;
}

}  // namespace diarium
