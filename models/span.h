#pragma once

#include <cstddef>

namespace diarium {

/// A half-open range [begin, end): bytes of a UTF-8 text, or indices of a vector; the owner says.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] constexpr std::size_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return end <= begin; }
  [[nodiscard]] constexpr bool contains(std::size_t at) const { return at >= begin && at < end; }
  [[nodiscard]] constexpr bool contains(const Span& other) const {
    return other.begin >= begin && other.end <= end;
  }
  [[nodiscard]] constexpr bool overlaps(const Span& other) const {
    return begin < other.end && other.begin < end;
  }
  bool operator==(const Span&) const = default;
};

}  // namespace diarium
