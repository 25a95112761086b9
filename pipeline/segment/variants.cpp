#include "pipeline/segment/variants.h"

#include <cstdint>
#include <map>
#include <unordered_map>

namespace diarium {
namespace {

constexpr double kAlike = 0.6;            // share of the runs of both that they have in common
constexpr std::size_t kMostHolders = 16;  // a run of more documents is a set phrase

}  // namespace

std::vector<std::optional<std::size_t>> near_repeats(const std::vector<WordRuns>& documents) {
  std::vector<std::optional<std::size_t>> repeats(documents.size());
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> holders;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    std::map<std::size_t, std::size_t> shared;
    for (const std::uint64_t run : documents[i]) {
      std::vector<std::size_t>& others = holders[run];
      for (const std::size_t other : others) ++shared[other];
      if (others.size() < kMostHolders) others.push_back(i);
    }
    if (documents[i].size() < kFewestRuns) continue;
    for (const auto& [other, count] : shared) {
      const auto all = static_cast<double>(documents[i].size() + documents[other].size() - count);
      if (static_cast<double>(count) < kAlike * all) continue;
      repeats[i] = repeats[other] ? repeats[other] : other;
      break;
    }
  }
  return repeats;
}

}  // namespace diarium
