#include "pipeline/run/landlock.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <stdexcept>

#include "pipeline/run/descriptor.h"

namespace diarium {
namespace {

// Debian's headers know version 2 only; later fields are our own. The kernel takes the size that it
// knows.
struct Ruleset {
  std::uint64_t files;
  std::uint64_t network;  // from version 4
  std::uint64_t scopes;   // from version 6
};

struct __attribute__((packed)) BeneathRule {
  std::uint64_t allowed;
  std::int32_t folder;
};

constexpr std::uint64_t kReadFile = 1U << 2U;
constexpr std::uint64_t kReadFolder = 1U << 3U;
constexpr std::uint32_t kAskVersion = 1;
constexpr int kRuleBeneath = 1;
constexpr std::uint64_t kTcpBindAndConnect = 3;
constexpr std::uint64_t kUnixSocketsAndSignals = 3;

/// All that a version can bar of files: executing, writing, making, removing; later versions added
/// moving between folders, truncating and ioctl of devices.
std::uint64_t barred_files(int version) {
  constexpr std::array<unsigned, 6> kBits{0, 13, 14, 15, 15, 16};
  const auto last = kBits.size() - 1;
  return (std::uint64_t{1} << kBits[std::min(static_cast<std::size_t>(version), last)]) - 1;
}

std::size_t size_for(int version) {
  if (version < 4) return sizeof(std::uint64_t);
  return version < 6 ? 2 * sizeof(std::uint64_t) : sizeof(Ruleset);
}

[[noreturn]] void refuse(const char* what) {
  throw std::runtime_error(fmt::format("Landlock: {}: {}", what, std::strerror(errno)));
}

void allow_reading(int ruleset, const std::filesystem::path& place) {
  const Descriptor opened(::open(place.c_str(), O_PATH | O_CLOEXEC));
  if (!opened.open()) return;
  std::error_code ignored;
  const bool folder = std::filesystem::is_directory(place, ignored);
  const BeneathRule rule{folder ? kReadFile | kReadFolder : kReadFile, opened.number()};
  if (::syscall(SYS_landlock_add_rule, ruleset, kRuleBeneath, &rule, 0) != 0)
    refuse("a rule was refused");
}

}  // namespace

int landlock_version() {
  const auto version = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, kAskVersion);
  return version < 0 ? 0 : static_cast<int>(version);
}

bool confine_to(std::span<const std::filesystem::path> readable) {
  const int version = landlock_version();
  if (version == 0) return false;
  const Ruleset all{barred_files(version), kTcpBindAndConnect, kUnixSocketsAndSignals};
  const Descriptor ruleset(
      static_cast<int>(::syscall(SYS_landlock_create_ruleset, &all, size_for(version), 0)));
  if (!ruleset.open()) refuse("no set of rules");
  for (const auto& place : readable) allow_reading(ruleset.number(), place);
  if (::syscall(SYS_landlock_restrict_self, ruleset.number(), 0) != 0)
    refuse("the process can't be confined");
  return true;
}

}  // namespace diarium
