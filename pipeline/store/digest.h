#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace diarium {

/// SHA-256 in steps.
class Digest {
 public:
  Digest();
  Digest(const Digest&) = delete;
  Digest& operator=(const Digest&) = delete;
  ~Digest();
  void add(std::string_view bytes);
  /// Length first, so that "ab", "c" and "a", "bc" differ.
  void add_field(std::string_view bytes);
  /// 64 lower-case hex digits; afterwards nothing more is added.
  [[nodiscard]] std::string hex();

 private:
  class Context;
  std::unique_ptr<Context> context_;
};

}  // namespace diarium
