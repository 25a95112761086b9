#include "models/cbor_shape.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace diarium {
namespace {

enum class Major : unsigned { whole = 0, negative = 1, text = 3, array = 4, simple = 7 };

constexpr unsigned kFalse = 20;
constexpr unsigned kTrue = 21;

/// The first bytes of a value: its type, and its number or length.
struct Head {
  Major major = Major::whole;
  std::uint64_t argument = 0;
};

class Heads {
 public:
  explicit Heads(std::string_view bytes) : bytes_(bytes) {}

  [[nodiscard]] bool at_end() const { return at_ == bytes_.size(); }

  /// Nothing where the bytes end too early, and for lengths that are not told.
  std::optional<Head> next() {
    constexpr unsigned kInline = 24;  // smaller arguments stand in the first byte
    constexpr unsigned kWidest = 27;  // 1, 2, 4 or 8 bytes follow for 24 to 27
    if (at_end()) return std::nullopt;
    const unsigned first = byte();
    const unsigned kind = first & 0x1FU;
    Head head{static_cast<Major>(first >> 5U), kind};
    if (kind < kInline) return head;
    const std::size_t width = std::size_t{1} << (kind - kInline);
    if (kind > kWidest || bytes_.size() - at_ < width) return std::nullopt;
    head.argument = 0;
    for (std::size_t i = 0; i < width; ++i) head.argument = head.argument << 8U | byte();
    return head;
  }

  bool skip(std::uint64_t count) {
    if (bytes_.size() - at_ < count) return false;
    at_ += count;
    return true;
  }

 private:
  unsigned byte() { return static_cast<unsigned char>(bytes_[at_++]); }

  std::string_view bytes_;
  std::size_t at_ = 0;
};

}  // namespace

bool is_plain_cbor(std::string_view bytes, const CborLimits& limits) {
  Heads heads(bytes);
  std::vector<std::uint64_t> to_come{1};  // values, of each array that is open
  for (std::size_t values = 0; !to_come.empty(); ++values) {
    const std::optional<Head> head = heads.next();
    if (!head || values == limits.values) return false;
    --to_come.back();
    switch (head->major) {
      case Major::whole:
      case Major::negative:
        break;
      case Major::text:
        if (!heads.skip(head->argument)) return false;
        break;
      case Major::array:
        to_come.push_back(head->argument);
        break;
      case Major::simple:
        if (head->argument != kFalse && head->argument != kTrue) return false;
        break;
      default:
        return false;
    }
    if (to_come.size() > limits.depth + 1) return false;
    while (!to_come.empty() && to_come.back() == 0) to_come.pop_back();
  }
  return heads.at_end();
}

}  // namespace diarium
