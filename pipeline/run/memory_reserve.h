#pragma once

namespace diarium {

/// Memory kept for the way out. What takes a tree of JSON apart needs some, and so do other
/// destructors, which may not fail: without any the process would be ended where it stands. While a
/// reserve lives, the first allocation with `new` that the system refuses is served from it, and
/// the work asks at places where nothing is half done whether it must end.
///
/// One at a time in a process; allocations of any thread are served.
class MemoryReserve {
 public:
  /// Throws std::bad_alloc when there is not even so much.
  MemoryReserve();
  MemoryReserve(const MemoryReserve&) = delete;
  MemoryReserve& operator=(const MemoryReserve&) = delete;
  ~MemoryReserve();

  /// Whether memory was refused, and the reserve taken for it.
  [[nodiscard]] bool used() const;
};

}  // namespace diarium
