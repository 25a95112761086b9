#include "pipeline/segment/variants.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "models/unicode.h"

namespace diarium {
namespace {

constexpr std::size_t kRun = 4;       // words
constexpr std::uint64_t kSample = 4;  // one run of so many is compared
constexpr std::size_t kFewest = 10;   // sampled runs; shorter papers resemble each other by form
constexpr double kAlike = 0.6;        // share of the runs of both that they have in common
constexpr std::size_t kMostHolders = 16;  // a run of more documents is a set phrase

using Runs = std::unordered_set<std::uint64_t>;

std::uint64_t mixed(std::uint64_t hash, std::string_view word) {
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
  return hash ^ (hash >> 29);
}

Runs sampled_runs(std::string_view text) {
  std::vector<std::uint64_t> words;
  const std::string lower = to_lower(squeeze_blanks(text));
  for (std::size_t begin = 0; begin < lower.size();) {
    const std::size_t end = std::min(lower.find(' ', begin), lower.size());
    words.push_back(mixed(0xCBF29CE484222325, std::string_view(lower).substr(begin, end - begin)));
    begin = end + 1;
  }
  Runs runs;
  for (std::size_t i = 0; i + kRun <= words.size(); ++i) {
    std::uint64_t hash = 0;
    for (std::size_t k = 0; k < kRun; ++k) hash = hash * 0x9E3779B97F4A7C15 + words[i + k];
    hash ^= hash >> 31;
    if (hash % kSample == 0) runs.insert(hash);
  }
  return runs;
}

}  // namespace

std::vector<std::optional<std::size_t>> near_repeats(const std::vector<Document>& documents) {
  std::vector<std::optional<std::size_t>> repeats(documents.size());
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> holders;
  std::vector<std::size_t> sizes;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const Runs runs = sampled_runs(documents[i].text.view());
    sizes.push_back(runs.size());
    std::map<std::size_t, std::size_t> shared;
    for (const std::uint64_t run : runs) {
      std::vector<std::size_t>& others = holders[run];
      for (const std::size_t other : others) ++shared[other];
      if (others.size() < kMostHolders) others.push_back(i);
    }
    if (runs.size() < kFewest) continue;
    for (const auto& [other, count] : shared) {
      const auto all = static_cast<double>(runs.size() + sizes[other] - count);
      if (static_cast<double>(count) < kAlike * all) continue;
      repeats[i] = repeats[other] ? repeats[other] : other;
      break;
    }
  }
  return repeats;
}

}  // namespace diarium
